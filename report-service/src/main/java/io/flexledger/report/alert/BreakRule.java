package io.flexledger.report.alert;

import io.flexledger.contracts.alert.Alert.Kind;
import io.flexledger.report.alert.Finding.Words;
import io.flexledger.report.alert.Known.Break;
import java.util.List;
import java.util.Set;

/**
 * A closed day that the ledger cannot explain to the cent. The first day known of an account is none: what it started
 * from was taken in as it stood, there is no close before it to explain it by, and no import of that day changes this.
 */
final class BreakRule implements Rule {

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.RECONCILIATION_BREAK);
    }

    @Override
    public boolean canLook(Known known) {
        return known.breaks() != null;
    }

    @Override
    public List<Finding> findings(Known known, Limits limits) {
        var breaks = known.breaks();
        return (breaks == null ? List.<Break>of() : breaks)
                .stream()
                        .filter(day -> !day.first() && !day.unexplained().isZero())
                        .map(day -> finding(day)
                                .after(limits.breakPatience())
                                .raisingIf(limits.isYoung(day.closedAt(), known.now())))
                        .toList();
    }

    private static Finding finding(Break day) {
        var nextStep = day.unexplained().nextStep();
        var words = new Words(
                day.date() + " of " + day.account() + " does not add up",
                "The broker's value of the day is not explained to the cent by what was booked. The day's page says by how"
                        + " much and where it sits.",
                nextStep == null ? "Look at the day's page, and for rejected rows of its statements." : nextStep,
                Page.day(day.account(), day.date()));
        return Finding.of(
                Kind.RECONCILIATION_BREAK, day.account() + "/" + day.date(), day.account(), day.closedAt(), words);
    }
}
