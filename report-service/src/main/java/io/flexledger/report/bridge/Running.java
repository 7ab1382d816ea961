package io.flexledger.report.bridge;

import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.report.bridge.BridgeLine.Kind;
import io.flexledger.report.day.LedgerDay;
import io.flexledger.report.live.NavMove;
import io.flexledger.report.live.NavStep;
import java.util.List;

/** What the gateway's value adds to the ledger's while the day runs: one bridge line each. */
final class Running {

    private Running() {}

    /** Empty on a day the broker has stated, and where the ledger has no value to start from. */
    static List<BridgeLine> lines(LedgerDay day) {
        return day.running()
                .flatMap(live -> day.lastCalculated().map(ledger -> lines(ledger, live)))
                .orElse(List.of());
    }

    private static List<BridgeLine> lines(NavSnapshot ledger, NavSnapshot live) {
        return NavMove.between(ledger, live).stream()
                .map(step -> new BridgeLine(
                        kind(step.kind()), text(step), step.amount(), step.formula(), List.of(), List.of(), true))
                .toList();
    }

    private static Kind kind(NavStep.Kind kind) {
        return switch (kind) {
            case UNITS -> Kind.LIVE_UNITS;
            case MARK, UNMARKED -> Kind.LIVE_MARK;
            case CASH -> Kind.LIVE_CASH;
            case ACCRUALS -> Kind.LIVE_ACCRUALS;
            case RATE -> Kind.LIVE_RATE;
        };
    }

    private static String text(NavStep step) {
        return switch (step.kind()) {
            case UNITS -> step.subject() + ": units at the gateway, less the ledger's";
            case UNMARKED -> step.subject() + ": no mark from the gateway, so its value is not itemised";
            case MARK -> "Live mark of " + step.subject();
            case CASH -> step.subject() + " cash at the gateway, less the ledger's";
            case ACCRUALS -> "Accruals at the gateway, less the ledger's";
            case RATE -> "Live rate of " + step.subject() + " on the ledger's balances";
        };
    }
}
