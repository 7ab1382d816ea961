package io.flexledger.report.live;

import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.money.Money;
import java.util.List;

/** From the ledger's value to the gateway's, while the day runs. */
public final class LiveClose {

    private LiveClose() {}

    /**
     * What the gateway's cash, positions and rates add to the ledger's. What its total holds beside them is in none of the
     * steps: see {@link #beside}.
     *
     * @param ledger of the day, or of the last day the ledger told
     */
    public static List<NavStep> between(NavSnapshot ledger, NavSnapshot live) {
        return NavMove.between(ledger, live);
    }

    /** The gateway's total less its own cash, positions and accruals as they are valued here. */
    public static Money beside(NavSnapshot live) {
        return live.total().minus(NavMove.parts(live));
    }
}
