package io.flexledger.realtime.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which executions are asked for; null is no limit.
 *
 * @param clientId of the client that placed the orders; 0 is no limit
 * @param account the gateway refuses one it does not know
 * @param since not before
 * @param lastDays from 1 to 7, today included; else only since the gateway's last midnight
 * @param dates days in place of {@code lastDays}
 */
public record ExecutionFilter(
        int clientId,
        @Nullable String account,
        @Nullable Instant since,
        @Nullable String symbol,
        @Nullable String secType,
        @Nullable String exchange,
        @Nullable Side side,
        @Nullable Integer lastDays,
        List<LocalDate> dates) {

    public static final int MOST_DAYS = 7;

    public ExecutionFilter {
        dates = List.copyOf(dates);
        if (lastDays != null && (lastDays < 1 || lastDays > MOST_DAYS)) {
            throw new IllegalArgumentException("lastDays is from 1 to %d: %d".formatted(MOST_DAYS, lastDays));
        }
    }

    /** Everything since the gateway's last midnight that this client may see. */
    public static ExecutionFilter today() {
        return new ExecutionFilter(0, null, null, null, null, null, null, null, List.of());
    }

    public static ExecutionFilter lastDays(int days) {
        return new ExecutionFilter(0, null, null, null, null, null, null, days, List.of());
    }

    public static ExecutionFilter dates(List<LocalDate> dates) {
        return new ExecutionFilter(0, null, null, null, null, null, null, null, dates);
    }

    /** Whether it reaches beyond today by days, which only server version 200 understands. */
    public boolean namesDays() {
        return lastDays != null || !dates.isEmpty();
    }
}
