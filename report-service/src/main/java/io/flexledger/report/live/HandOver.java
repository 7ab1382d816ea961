package io.flexledger.report.live;

import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.money.Money;
import java.util.List;

/**
 * What became of the gateway's last value once the broker stated the day. The steps and both remainders add up to the
 * difference, exactly.
 *
 * @param live       the gateway's total
 * @param official   the broker's
 * @param steps      from what the gateway itemised to what the ledger does with the statement's marks and rates
 * @param beside     what the gateway's total held beside that, which goes: minus {@link NavMove#beside}
 * @param unexplained what the broker's total holds and the ledger cannot itemise
 */
public record HandOver(Money live, Money official, List<NavStep> steps, Money beside, Money unexplained) {

    public HandOver {
        steps = List.copyOf(steps);
    }

    /** @param calculated the ledger's value of the day, whose rates and marks are the statement's */
    public static HandOver between(NavSnapshot live, NavSnapshot calculated, NavSnapshot official) {
        return new HandOver(
                live.total(),
                official.total(),
                NavMove.between(live, calculated),
                NavMove.beside(live).negated(),
                official.total().minus(NavMove.parts(calculated)));
    }

    public Money difference() {
        return official.minus(live);
    }
}
