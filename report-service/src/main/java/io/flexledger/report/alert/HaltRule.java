package io.flexledger.report.alert;

import io.flexledger.contracts.alert.Alert.Kind;
import io.flexledger.report.alert.Finding.Words;
import io.flexledger.report.holding.LedgerStanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The ledger books nothing more of an account. A ledger that cannot be asked says nothing of it. */
final class HaltRule implements Rule {

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.ACCOUNT_HALTED);
    }

    @Override
    public boolean canLook(Known known) {
        return known.standings() != null;
    }

    @Override
    public List<Finding> findings(Known known, Limits limits) {
        var standings = known.standings();
        var findings = new ArrayList<Finding>();
        for (var standing : standings == null ? List.<LedgerStanding>of() : standings) {
            var held = standing.held();
            if (held != null) {
                findings.add(Finding.of(
                                Kind.ACCOUNT_HALTED,
                                standing.account().value(),
                                standing.account(),
                                known.now(),
                                words(standing, held))
                        .after(limits.breakPatience()));
            }
        }
        return findings;
    }

    private static Words words(LedgerStanding standing, String held) {
        var from = standing.dirtyFrom();
        return new Words(
                "The account " + standing.account() + " stands still",
                "The ledger books nothing of it" + (from == null ? "" : " from " + from + " on") + ": " + held,
                "Do what the reason says, then import the statement again; the ledger goes on by itself.",
                Page.ACCOUNTS);
    }
}
