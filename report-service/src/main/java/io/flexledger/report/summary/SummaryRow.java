package io.flexledger.report.summary;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One day of the summary, in base currency, unrounded.
 *
 * @param flow        money that entered or left the account
 * @param gross       result before commissions: closing minus opening minus flow minus commissions
 * @param commissions negative is a cost
 * @param net         result after commissions
 * @param netReturn   time-weighted, as a fraction; absent where nothing was invested
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
        Money closing,
        @Nullable Money unexplained,
        String marks,
        NavSnapshot.Kind standing) {

    public boolean isProvisional() {
        return standing != NavSnapshot.Kind.OFFICIAL;
    }
}
