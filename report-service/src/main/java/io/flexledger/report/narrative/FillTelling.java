package io.flexledger.report.narrative;

import io.flexledger.report.figure.Numbers;
import io.flexledger.report.live.FillWords;
import io.flexledger.report.live.LiveFill;

/** One execution of the running day in one line. */
public final class FillTelling {

    private FillTelling() {}

    public static FillWords of(LiveFill fill, Clocks clocks) {
        var commission = fill.commission();
        return new FillWords(
                clocks.precise(fill.occurredAt()),
                (fill.quantity().signum() < 0 ? "Sold " : "Bought ")
                        + Numbers.count(fill.quantity().abs().units()) + " "
                        + fill.instrument().spoken() + " at " + Numbers.price(fill.price()) + " "
                        + fill.price().currency(),
                commission == null ? "commission pending" : "commission " + Numbers.amount(commission),
                switch (fill.status()) {
                    case PROVISIONAL -> "provisional";
                    case CONFIRMED -> "confirmed";
                    case UNCONFIRMED -> "in no statement";
                });
    }
}
