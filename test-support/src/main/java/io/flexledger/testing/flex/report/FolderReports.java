package io.flexledger.testing.flex.report;

import io.flexledger.testing.statement.read.StatementReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML files of a directory, handed out byte for byte. A file belongs to the query whose id or name its own name begins
 * with; what period it covers stands in its statements. Of those that end within the days asked for, the one that ends
 * last is given, and of several such the one that begins nearest to the first day asked for.
 */
public record FolderReports(Path directory) implements ReportSource {

    private record Candidate(Path file, Span span) {}

    @Override
    public Optional<Report> find(ReportOrder order) {
        Span wanted = order.span();
        return candidates(order.query()).stream()
                .filter(candidate -> wanted.holds(candidate.span.to()))
                .max(Comparator.comparing((Candidate candidate) -> candidate.span.to())
                        .thenComparingLong(candidate -> -distance(candidate.span.from(), wanted.from()))
                        .thenComparing(Candidate::file))
                .map(candidate -> out -> Files.copy(candidate.file, out));
    }

    @Override
    public LocalDate lastDay(SimulatedQuery query, LocalDate published) {
        return candidates(query).stream()
                .map(candidate -> candidate.span.to())
                .filter(day -> !day.isAfter(published))
                .max(Comparator.naturalOrder())
                .orElse(published);
    }

    private static long distance(LocalDate one, LocalDate other) {
        return Math.abs(one.toEpochDay() - other.toEpochDay());
    }

    private List<Candidate> candidates(SimulatedQuery query) {
        List<Candidate> candidates = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(file -> isOf(query, file)).sorted().toList()) {
                covered(file).ifPresent(span -> candidates.add(new Candidate(file, span)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return candidates;
    }

    private static boolean isOf(SimulatedQuery query, Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".xml")
                && Stream.of(query.id(), query.name())
                        .map(start -> start.toLowerCase(Locale.ROOT))
                        .anyMatch(start ->
                                name.startsWith(start) && !Character.isLetterOrDigit(name.charAt(start.length())));
    }

    /** From the first statement's beginning to the last one's end; empty when the file is no report. */
    private static Optional<Span> covered(Path file) throws IOException {
        XMLInputFactory factory = StatementReader.parsers();
        List<LocalDate> ends = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT
                        && reader.getLocalName().equals("FlexStatement")) {
                    ends.add(date(reader.getAttributeValue(null, "fromDate")));
                    ends.add(date(reader.getAttributeValue(null, "toDate")));
                }
            }
        } catch (XMLStreamException | DateTimeException _) {
            return Optional.empty();
        }
        return ends.stream()
                .min(Comparator.naturalOrder())
                .map(first -> new Span(
                        first, ends.stream().max(Comparator.naturalOrder()).orElse(first)));
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text.replace("-", ""), DateTimeFormatter.BASIC_ISO_DATE);
    }
}
