package io.flexledger.report.alert;

import io.flexledger.calendar.MarketCalendar;
import io.flexledger.contracts.alert.Alert.Kind;
import io.flexledger.report.alert.Finding.Words;
import io.flexledger.report.alert.Known.Unconfirmed;
import io.flexledger.report.figure.Numbers;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Executions the gateway told are unconfirmed, as the ledger says. One alert a day. */
final class FillRule implements Rule {

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.UNCONFIRMED_FILLS);
    }

    @Override
    public List<Finding> findings(Known known, Limits limits) {
        return known.unconfirmed().stream()
                .map(day -> finding(day).raisingIf(limits.isYoung(missed(day), known.now())))
                .toList();
    }

    /** The close after the last day whose statement should have told them. */
    private static Instant missed(Unconfirmed day) {
        var calendar = new MarketCalendar(day.market());
        return calendar.close(calendar.nextTradingDay(calendar.nextTradingDay(day.date())));
    }

    private static Finding finding(Unconfirmed day) {
        boolean one = day.count() == 1;
        var words = new Words(
                (one ? "A fill of " : "Fills of ") + day.date() + " in " + day.account() + (one ? " is" : " are")
                        + " in no statement",
                Numbers.count(BigDecimal.valueOf(day.count())) + (one ? " execution" : " executions")
                        + " the gateway told " + (one ? "is" : "are")
                        + " in none of the statements that could have " + (one ? "it" : "them")
                        + ", and left out of all figures.",
                "Look whether the Flex query selects executions and covers the day, import it again, and ask the broker if"
                        + " it stays.",
                Page.day(day.account(), day.date()));
        return Finding.of(Kind.UNCONFIRMED_FILLS, day.account() + "/" + day.date(), day.account(), day.first(), words);
    }
}
