package io.flexledger.testing.gateway.session;

import io.flexledger.testing.gateway.account.Ticket;
import io.flexledger.testing.gateway.fault.Fault.OfExecutions;
import io.flexledger.testing.gateway.wire.CommissionReport;
import io.flexledger.testing.gateway.wire.Encoder;
import io.flexledger.testing.gateway.wire.Execution;
import io.flexledger.testing.gateway.wire.Message;
import io.flexledger.testing.gateway.wire.Trade.Side;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Answers a request for executions out of the log: all of them, then what they cost, then the end. */
record ExecutionAnswers(World world, Encoder encoder, Visibility visibility) {

    private static final int DAYS = 200;
    private static final int MOST_DAYS = 7;
    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd HH:mm:ss");
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd-HH:mm:ss");

    private record Wanted(int requestId, Predicate<Execution> filter) {}

    List<Message> answer(RequestFields fields) {
        Wanted wanted = wanted(fields);
        Optional<OfExecutions> fault = world.faults().take(OfExecutions.class);
        if (fault.filter(OfExecutions.NO_ANSWER::equals).isPresent()) {
            return List.of();
        }
        List<Ticket> tickets = world.log().tickets().stream()
                .filter(ticket -> visibility.logs(ticket.execution().order()))
                .filter(ticket -> wanted.filter().test(ticket.execution()))
                .toList();
        List<Message> executions = new ArrayList<>(tickets.stream()
                .map(ticket -> encoder.execution(
                        wanted.requestId(),
                        ticket.execution(),
                        world.settings().times().logged()))
                .toList());
        List<Message> commissions = new ArrayList<>(tickets.stream()
                .map(Ticket::report)
                .filter(Objects::nonNull)
                .map(encoder::commission)
                .toList());
        return fault.map(happens -> faulty(happens, wanted.requestId(), executions, commissions))
                .orElseGet(() -> whole(wanted.requestId(), executions, commissions));
    }

    private List<Message> whole(int requestId, List<Message> executions, List<Message> commissions) {
        List<Message> answer = new ArrayList<>(executions);
        answer.addAll(commissions);
        answer.add(encoder.executionsEnd(requestId));
        return answer;
    }

    private List<Message> faulty(
            OfExecutions fault, int requestId, List<Message> executions, List<Message> commissions) {
        List<Message> after = new ArrayList<>();
        switch (fault) {
            case DUPLICATE -> {
                if (!executions.isEmpty()) {
                    executions.add(executions.getFirst());
                }
            }
            case LATE_COMMISSION -> {
                if (!commissions.isEmpty()) {
                    after.add(commissions.removeLast());
                }
            }
            case NO_COMMISSION -> {
                if (!commissions.isEmpty()) {
                    commissions.removeLast();
                }
            }
            case NO_END, NO_ANSWER -> {}
        }
        List<Message> answer = whole(requestId, executions, commissions);
        if (fault == OfExecutions.NO_END) {
            answer.removeLast();
        }
        answer.addAll(after);
        return answer;
    }

    private Wanted wanted(RequestFields fields) {
        fields.skip();
        int requestId = fields.requestId();
        int clientId = fields.numberOr(0);
        String account = fields.text();
        if (!account.isEmpty() && world.account(account).isEmpty()) {
            throw fields.invalid("Invalid account code '" + account + "'");
        }
        Optional<Instant> since = since(fields, fields.text());
        String symbol = fields.text();
        String secType = fields.text();
        String exchange = fields.text();
        String side = fields.text();
        Predicate<LocalDate> days = encoder.version() >= DAYS ? days(fields) : this::isToday;
        Times times = world.settings().times();
        return new Wanted(
                requestId,
                execution -> (clientId == 0 || execution.order().clientId() == clientId)
                        && (account.isEmpty() || account.equals(execution.account()))
                        && since.filter(from -> execution.trade().time().isBefore(from))
                                .isEmpty()
                        && (symbol.isEmpty()
                                || symbol.equals(execution.contract().symbol()))
                        && (secType.isEmpty()
                                || secType.equals(execution.contract().secType()))
                        && (exchange.isEmpty()
                                || exchange.equals(execution.trade().venue()))
                        && (side.isEmpty()
                                || side.startsWith("B") == (execution.trade().side() == Side.BOT))
                        && days.test(times.day(execution.trade().time())));
    }

    private boolean isToday(LocalDate day) {
        Times times = world.settings().times();
        return !day.isBefore(times.day(times.now()));
    }

    private Predicate<LocalDate> days(RequestFields fields) {
        int count;
        int dates;
        try {
            count = fields.numberOr(0);
            dates = fields.number();
        } catch (RefusedRequest _) {
            throw fields.unreadable("Unable to parse field: Trading Days");
        }
        List<LocalDate> chosen = new ArrayList<>();
        for (int index = 0; index < dates; index++) {
            String date = fields.text();
            try {
                chosen.add(LocalDate.parse(date, DATE));
            } catch (DateTimeException _) {
                throw fields.unreadable("Unable to parse field: Trading Days");
            }
        }
        if (count > MOST_DAYS) {
            throw fields.invalid("Trading days out of range: " + count);
        }
        Times times = world.settings().times();
        LocalDate first = times.day(times.now()).minusDays(Math.max(count, 1) - 1L);
        return chosen.isEmpty() ? day -> !day.isBefore(first) : chosen::contains;
    }

    private Optional<Instant> since(RequestFields fields, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (text.indexOf('-') == DATE.format(LocalDate.EPOCH).length()) {
                return Optional.of(LocalDateTime.parse(text, UTC).toInstant(ZoneOffset.UTC));
            }
            int zoneAt = text.indexOf(' ', text.indexOf(' ') + 1);
            ZoneId zone = zoneAt < 0 ? world.settings().times().zone() : ZoneId.of(text.substring(zoneAt + 1));
            String local = zoneAt < 0 ? text : text.substring(0, zoneAt);
            return Optional.of(LocalDateTime.parse(local, LOCAL).atZone(zone).toInstant());
        } catch (DateTimeException _) {
            throw fields.invalid("Invalid time: " + text);
        }
    }

    /** What is pushed when an execution becomes known; empty for those this client may not see. */
    Optional<Message> pushed(Execution execution, boolean bound) {
        return visibility.pushes(execution.order(), bound)
                ? Optional.of(encoder.execution(
                        -1, execution, world.settings().times().live()))
                : Optional.empty();
    }

    Optional<Message> pushed(Execution execution, CommissionReport report, boolean bound) {
        return visibility.pushes(execution.order(), bound) ? Optional.of(encoder.commission(report)) : Optional.empty();
    }
}
