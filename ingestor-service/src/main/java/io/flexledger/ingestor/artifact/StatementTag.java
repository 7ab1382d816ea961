package io.flexledger.ingestor.artifact;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.ingestor.flex.DayOrder;
import io.flexledger.ingestor.flex.FlexDate;
import io.flexledger.ingestor.refusal.Refusal;
import io.flexledger.ingestor.refusal.RefusalCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of one {@code FlexStatement} as they stand in the file, before anything is made of them. Absent and
 * empty are the same here.
 *
 * @param rowAccounts accounts its rows name, most trustworthy first; looked up only where {@code account} is missing
 */
record StatementTag(String account, Set<String> rowAccounts, String from, String to, String period, String generated) {

    private static final int ACCOUNT_LENGTH = 64; // as in AccountId
    private static final String COLUMNS =
            "Include account id, from date and to date in the Flex query, and run it again.";
    private static final String DATE_FORMAT =
            "Set the date format of the Flex query to yyyyMMdd in Client Portal, and run it again.";

    StatementTag {
        rowAccounts = Collections.unmodifiableSet(new LinkedHashSet<>(rowAccounts));
    }

    /** A consolidated row carries "-". */
    static boolean isAccount(@Nullable String text) {
        return text != null && !text.isBlank() && !text.strip().equals("-");
    }

    FoundStatement identify(Slice slice, Collection<DayOrder> orders, Instant receivedAt, List<String> remarks) {
        var name = isAccount(account)
                ? account.strip()
                : rowAccounts.stream().findFirst().orElse("");
        if (name.isEmpty() || name.length() > ACCOUNT_LENGTH) {
            return new FoundStatement.Unidentified(slice, missingAccount(slice, name));
        }
        if (!isAccount(account)) {
            remarks.add(
                    rowAccounts.size() == 1
                            ? "statement %d names no account; its rows belong to %s".formatted(slice.ordinal(), name)
                            : "statement %d names no account; filed under %s, the first of %s its rows name"
                                    .formatted(slice.ordinal(), name, String.join(", ", rowAccounts)));
        }
        var readings = readings(orders, receivedAt);
        if (readings.size() != 1) {
            return new FoundStatement.Unidentified(slice, readings.isEmpty() ? missingPeriod(slice) : ambiguous(slice));
        }
        var reading = readings.iterator().next();
        noteGuesses(slice, reading, remarks);
        return new FoundStatement.Identified(
                slice,
                AccountId.of(name),
                reading.from(),
                reading.to(),
                period.isBlank() ? null : period.strip(),
                Objects.requireNonNullElse(reading.generatedAt(), receivedAt));
    }

    private record Reading(
            LocalDate from, LocalDate to, @Nullable Instant generatedAt) {}

    /** Every way to read the dates that makes sense; the order of days matters only where figures leave it open. */
    private Set<Reading> readings(Collection<DayOrder> orders, Instant receivedAt) {
        var all = new LinkedHashSet<Reading>();
        for (var order : orders) {
            var first = date(from.isEmpty() ? to : from, order);
            var last = date(to.isEmpty() ? from : to, order);
            if (first.isPresent() && last.isPresent() && !last.get().isBefore(first.get())) {
                all.add(new Reading(
                        first.get(), last.get(), instant(generated, order).orElse(null)));
            }
        }
        // A statement never covers days after it was made.
        var likely = all.stream()
                .filter(reading ->
                        !isLater(reading.to(), Objects.requireNonNullElse(reading.generatedAt(), receivedAt)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return likely.isEmpty() ? all : likely;
    }

    private static boolean isLater(LocalDate day, Instant moment) {
        return day.isAfter(LocalDate.ofInstant(moment, FlexDate.NEW_YORK));
    }

    private void noteGuesses(Slice slice, Reading reading, List<String> remarks) {
        if (from.isEmpty() || to.isEmpty()) {
            remarks.add("statement %d names one end of its period; the other is taken to be the same day"
                    .formatted(slice.ordinal()));
        }
        if (reading.generatedAt() == null) {
            remarks.add("statement %d does not say when it was generated; the time of receipt stands for it"
                    .formatted(slice.ordinal()));
        }
    }

    private static Refusal missingAccount(Slice slice, String name) {
        return Refusal.of(
                        RefusalCode.MISSING_ACCOUNT,
                        name.isEmpty()
                                ? "Statement %d and its rows name no account.".formatted(slice.ordinal())
                                : "Statement %d names an account of %d characters; at most %d are possible."
                                        .formatted(slice.ordinal(), name.length(), ACCOUNT_LENGTH),
                        COLUMNS)
                .at(slice.offset());
    }

    private Refusal missingPeriod(Slice slice) {
        return Refusal.of(
                        RefusalCode.MISSING_PERIOD,
                        "Statement %d has fromDate '%s' and toDate '%s', which are no period."
                                .formatted(slice.ordinal(), from, to),
                        COLUMNS)
                .at(slice.offset());
    }

    private Refusal ambiguous(Slice slice) {
        return Refusal.of(
                        RefusalCode.AMBIGUOUS_DATE,
                        "Statement %d covers '%s' to '%s'; nothing in the file tells day from month."
                                .formatted(slice.ordinal(), from, to),
                        DATE_FORMAT)
                .at(slice.offset());
    }

    private static Optional<LocalDate> date(String text, DayOrder order) {
        return FlexDate.parse(text).flatMap(date -> date.date(order));
    }

    private static Optional<Instant> instant(String text, DayOrder order) {
        return FlexDate.parse(text).flatMap(date -> date.instant(order));
    }
}
