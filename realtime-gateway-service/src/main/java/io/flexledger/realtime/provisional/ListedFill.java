package io.flexledger.realtime.provisional;

import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.realtime.fill.Review;
import io.flexledger.realtime.message.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fill as it was told last.
 *
 * @param occurredAt null where the gateway's words name no instant
 * @param quantity   units, never negative
 * @param commission positive is paid; null until it comes
 * @param realized   by average cost and net of commissions; null for an opening fill
 * @param reviews    reasons to look at it
 * @param told       false for what cannot be valued, and for what is taken back
 * @param takenBack  told once, and does not stand any more
 * @param frame      the message it was told with
 */
public record ListedFill(
        String account,
        String execId,
        LocalDate reportDate,
        @Nullable Instant occurredAt,
        Instant heardAt,
        int conid,
        String symbol,
        Side side,
        BigDecimal quantity,
        BigDecimal price,
        @Nullable String currency,
        @Nullable BigDecimal commission,
        @Nullable String commissionCurrency,
        @Nullable BigDecimal realized,
        @Nullable String venue,
        @Nullable String orderRef,
        List<Review> reviews,
        boolean told,
        boolean takenBack,
        ArtifactId frame) {

    public ListedFill {
        reviews = List.copyOf(reviews);
    }

    /**
     * How many there are.
     *
     * @param today   of the report day that runs, that stand
     * @param pending of any day, without commission
     * @param untold  of any day, that cannot be valued
     */
    public record Counts(long today, long pending, long untold) {}
}
