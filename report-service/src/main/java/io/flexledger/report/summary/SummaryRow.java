package io.flexledger.report.summary;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One day of the summary, in base currency, unrounded.
 *
 * @param flow        money that entered or left the account
 * @param gross       result before commissions: closing minus opening minus flow minus commissions
 * @param commissions negative is a cost
 * @param net         result after commissions
 * @param netReturn   time-weighted, as a fraction; absent where nothing was invested
 * @param statedReturn the broker's own, as a fraction; absent where no statement has it
 * @param unexplained absent while there is no official value
 * @param marks       A for an assignment, Ex for an exercise
 * @param standing    whose closing value it is; provisional unless it is the broker's
 */
public record SummaryRow(
        AccountId account,
        LocalDate date,
        Money opening,
        Money flow,
        Money gross,
        Money commissions,
        Money net,
        @Nullable BigDecimal netReturn,
        @Nullable BigDecimal statedReturn,
        Money closing,
        @Nullable Money unexplained,
        String marks,
        NavSnapshot.Kind standing) {

    /** Half a hundredth of a percent: from there on two decimals differ. */
    private static final BigDecimal SAME_RETURN = new BigDecimal("0.00005");

    /** Our return minus the broker's, as a fraction; empty where they agree or one of them is missing. */
    public Optional<BigDecimal> returnGap() {
        if (netReturn == null || statedReturn == null) {
            return Optional.empty();
        }
        var gap = netReturn.subtract(statedReturn);
        return gap.abs().compareTo(SAME_RETURN) > 0 ? Optional.of(gap) : Optional.empty();
    }

    public boolean isProvisional() {
        return standing != NavSnapshot.Kind.OFFICIAL;
    }
}
