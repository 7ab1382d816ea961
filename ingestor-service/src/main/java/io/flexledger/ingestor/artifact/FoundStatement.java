package io.flexledger.ingestor.artifact;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.ingestor.refusal.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One {@code FlexStatement} of a document. */
public sealed interface FoundStatement {

    Slice slice();

    /** The days covered as one text: {@code 2025-07-18}, or {@code 2025-07-01/2025-07-18}. */
    static String periodKey(LocalDate from, LocalDate to) {
        return from.equals(to) ? from.toString() : from + "/" + to;
    }

    /**
     * A statement that says whose it is and what it covers.
     *
     * @param from        first day covered
     * @param to          last day covered, not before the first
     * @param period      the query's period, such as MonthToDate
     * @param generatedAt when the broker made it; when it was received where the statement does not say
     */
    record Identified(
            Slice slice,
            AccountId account,
            LocalDate from,
            LocalDate to,
            @Nullable String period,
            Instant generatedAt) implements FoundStatement {

        public String periodKey() {
            return FoundStatement.periodKey(from, to);
        }
    }

    /** A statement that cannot be filed under an account and days. */
    record Unidentified(Slice slice, Refusal refusal) implements FoundStatement {}
}
