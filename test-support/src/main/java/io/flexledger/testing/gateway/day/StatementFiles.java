package io.flexledger.testing.gateway.day;

import io.flexledger.testing.statement.read.Statement;
import io.flexledger.testing.statement.read.StatementReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/** Statements of one day each, in an XML file or in those of a directory. A statement of several days is passed over. */
public record StatementFiles(Path path) implements Days {

    @Override
    public List<PlayedDay> of(LocalDate date) {
        Map<String, Statement> wanted = new TreeMap<>();
        Map<String, Statement> before = new TreeMap<>();
        each(statement -> {
            LocalDate day = StatementRows.date(statement.to());
            if (day.equals(date)) {
                wanted.put(statement.accountId(), statement);
            } else if (day.isBefore(date)) {
                before.merge(statement.accountId(), statement, StatementFiles::later);
            }
        });
        List<PlayedDay> days = new ArrayList<>();
        wanted.forEach((account, statement) -> days.add(StatementDay.read(statement, before.get(account))));
        return days;
    }

    @Override
    public Optional<LocalDate> after(LocalDate date) {
        return Optional.ofNullable(dates().higher(date));
    }

    /** The last day there is. */
    public Optional<LocalDate> last() {
        TreeSet<LocalDate> dates = dates();
        return dates.isEmpty() ? Optional.empty() : Optional.of(dates.last());
    }

    private TreeSet<LocalDate> dates() {
        TreeSet<LocalDate> dates = new TreeSet<>();
        each(statement -> dates.add(StatementRows.date(statement.to())));
        return dates;
    }

    private static Statement later(Statement one, Statement other) {
        return StatementRows.date(one.to()).isAfter(StatementRows.date(other.to())) ? one : other;
    }

    private void each(Consumer<Statement> consumer) {
        try {
            for (Path file : files()) {
                try (InputStream xml = Files.newInputStream(file)) {
                    StatementReader.read(xml, statement -> {
                        if (statement.singleDay()) {
                            consumer.accept(statement);
                        }
                    });
                } catch (XMLStreamException e) {
                    throw new IllegalArgumentException("not a statement: " + file, e);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read statements in " + path, e);
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }
}
