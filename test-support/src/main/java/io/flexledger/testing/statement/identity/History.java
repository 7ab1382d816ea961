package io.flexledger.testing.statement.identity;

import io.flexledger.testing.statement.read.Statement;
import io.flexledger.testing.statement.read.StatementRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the earlier statements of one account in the same response said, as far as later ones must agree with it. */
final class History {

    private final Map<String, Origin> origins = new HashMap<>();
    private final Set<String> transactionIds = new HashSet<>();
    private final List<Pending> pending = new ArrayList<>();
    private final Map<String, BigDecimal> dividends = new HashMap<>();
    private @Nullable Statement previous;
    private String coveredFrom = "";

    /** A fill that may have opened a lot. */
    record Origin(String conid, String orderId, String dateTime, String effect) {}

    private record Pending(String settles, String currency, BigDecimal proceeds) {}

    /** The statement of the report day before, if the response has it. */
    Optional<Statement> dayBefore(Statement statement) {
        Statement before = previous;
        if (before == null || before.to().length() != 8 || statement.from().length() != 8) {
            return Optional.empty();
        }
        LocalDate next = date(before.to()).plusDays(1);
        while (next.getDayOfWeek().getValue() > 5) {
            next = next.plusDays(1);
        }
        return next.equals(date(statement.from())) ? Optional.of(before) : Optional.empty();
    }

    static LocalDate date(String text) {
        return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** Learns from a statement before it is checked: its own trades may open the lots it shows. */
    void enter(Statement statement) {
        if (coveredFrom.isEmpty()) {
            coveredFrom = statement.from();
        }
        for (StatementRow trade : statement.rows("Trade", "transactionID", "conid", "dateTime")) {
            origins.put(
                    trade.text("transactionID"),
                    new Origin(
                            trade.text("conid"),
                            trade.text("ibOrderID"),
                            trade.text("dateTime"),
                            trade.text("openCloseIndicator")));
        }
        for (StatementRow trade : statement.executions("settleDateTarget", "proceeds", "currency")) {
            pending.add(new Pending(trade.text("settleDateTarget"), trade.text("currency"), trade.amount("proceeds")));
        }
    }

    void leave(Statement statement) {
        previous = statement;
        pending.removeIf(late -> late.settles.compareTo(statement.to()) <= 0);
    }

    Optional<Origin> origin(String transactionId) {
        return Optional.ofNullable(origins.get(transactionId));
    }

    /** Whether a fill at this time should be in the response. */
    boolean covers(String dateTime) {
        return dateTime.compareTo(coveredFrom) >= 0;
    }

    boolean firstSeen(String transactionId) {
        return transactionIds.add(transactionId);
    }

    /** Proceeds booked so far that settle after this statement. */
    BigDecimal unsettled(Statement statement, String currency) {
        return pending.stream()
                .filter(late -> late.settles.compareTo(statement.to()) > 0 && late.currency.equals(currency))
                .map(Pending::proceeds)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Adds to the dividend accrual of a key and returns what is open now. */
    BigDecimal accrue(String key, BigDecimal amount) {
        return dividends.merge(key, amount, BigDecimal::add);
    }
}
