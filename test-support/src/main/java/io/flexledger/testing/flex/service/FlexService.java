package io.flexledger.testing.flex.service;

import io.flexledger.testing.flex.report.Report;
import io.flexledger.testing.flex.report.ReportOrder;
import io.flexledger.testing.flex.report.SimulatedQuery;
import io.flexledger.testing.flex.report.Span;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes requests, keeps references, hands out reports, and refuses as the broker does. */
public final class FlexService {

    private static final String VERSION = "3";
    private static final int LONGEST = 365;
    private static final long TEN_DIGITS = 1_000_000_000L;

    private final ServiceSettings settings;
    private final Map<String, Kept> references = new HashMap<>();
    private final long firstReference;

    public FlexService(ServiceSettings settings) {
        this.settings = settings;
        // One that was given out before a restart is not valid after it.
        firstReference = TEN_DIGITS + settings.clock().instant().toEpochMilli() % TEN_DIGITS;
    }

    /** A report that was asked for; empty when there is nothing for its period. */
    private record Kept(String token, Instant asked, Optional<Report> report, AtomicInteger downloads) {}

    /** The call at a path, also at the one of old. */
    public static Optional<Endpoint> endpoint(String path) {
        return Endpoint.at(path);
    }

    public synchronized ServiceAnswer answer(Endpoint endpoint, String path, Map<String, String> params) {
        // Since May 2026 anything older than version 3 looks like a report that cannot be made now.
        if (endpoint.isOutdated(path) || !VERSION.equals(params.get("v"))) {
            return ServiceAnswer.refusal(1001);
        }
        String token = params.getOrDefault("t", "");
        String subject = params.getOrDefault("q", "");
        if (!settings.tokens().contains(token)) {
            return ServiceAnswer.refusal(1015);
        }
        return switch (endpoint) {
            case SEND_REQUEST -> take(token, subject, params);
            case GET_STATEMENT -> hand(token, subject);
        };
    }

    private ServiceAnswer take(String token, String id, Map<String, String> params) {
        Optional<SimulatedQuery> query = settings.queries().stream()
                .filter(known -> known.id().equals(id))
                .findFirst();
        if (query.isEmpty()) {
            return ServiceAnswer.refusal(1014);
        }
        Instant now = settings.clock().instant();
        LocalDate published = query.get().isIntraday()
                ? Publication.today(now)
                : settings.publication().lastDay(now);
        LocalDate last = settings.source().lastDay(query.get(), published);
        Optional<Span> asked = span(query.get(), params, last);
        if (asked.isEmpty()) {
            return ServiceAnswer.refusal(1020);
        }
        Optional<Report> report = asked.get()
                .until(last)
                .flatMap(span -> settings.source().find(new ReportOrder(query.get(), span, now)));
        String reference = Long.toString(firstReference + references.size());
        references.put(reference, new Kept(token, now, report, new AtomicInteger()));
        return new ServiceAnswer.Receipt(reference);
    }

    private ServiceAnswer hand(String token, String reference) {
        Kept kept = references.get(reference);
        if (kept == null || !kept.token.equals(token)) {
            return ServiceAnswer.refusal(1017);
        }
        int before = kept.downloads.getAndIncrement();
        if (!settings.generation().isOver(kept.asked, settings.clock().instant(), before)) {
            return ServiceAnswer.refusal(1019);
        }
        return kept.report
                .<ServiceAnswer>map(ServiceAnswer.Statement::new)
                .orElseGet(() -> ServiceAnswer.refusal(1003));
    }

    /** The dates win over the number of days, and both over what is saved with the query. */
    private static Optional<Span> span(SimulatedQuery query, Map<String, String> params, LocalDate last) {
        try {
            if (params.containsKey("fd") || params.containsKey("td")) {
                Span span = new Span(date(params, "fd"), date(params, "td"));
                return Optional.of(span).filter(dates -> dates.calendarDays() <= LONGEST);
            }
            if (params.containsKey("p")) {
                int days = Integer.parseInt(params.getOrDefault("p", ""));
                return Optional.of(days)
                        .filter(count -> count > 0 && count <= LONGEST)
                        .map(count -> new Span(last.minusDays(count - 1L), last));
            }
        } catch (DateTimeException | IllegalArgumentException _) {
            return Optional.empty();
        }
        return Optional.of(query.period().upTo(last));
    }

    private static LocalDate date(Map<String, String> params, String name) {
        return LocalDate.parse(params.getOrDefault(name, ""), DateTimeFormatter.BASIC_ISO_DATE);
    }
}
