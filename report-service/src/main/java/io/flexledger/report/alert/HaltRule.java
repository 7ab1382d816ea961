package io.flexledger.report.alert;

import io.flexledger.contracts.alert.Alert.Kind;
import io.flexledger.report.alert.Finding.Words;
import io.flexledger.report.holding.BookedAccount;
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
        return known.booked() != null;
    }

    @Override
    public List<Finding> findings(Known known, Limits limits) {
        var booked = known.booked();
        var findings = new ArrayList<Finding>();
        for (var account : booked == null ? List.<BookedAccount>of() : booked) {
            var held = account.held();
            if (held != null) {
                findings.add(Finding.of(
                                Kind.ACCOUNT_HALTED,
                                account.account().value(),
                                account.account(),
                                known.now(),
                                words(account, held))
                        .after(limits.breakPatience()));
            }
        }
        return findings;
    }

    private static Words words(BookedAccount account, String held) {
        var from = account.dirtyFrom();
        return new Words(
                "The account " + account.account() + " stands still",
                "The ledger books nothing of it" + (from == null ? "" : " from " + from + " on") + ": " + held,
                "Do what the reason says, then import the statement again; the ledger goes on by itself.",
                Page.ACCOUNTS);
    }
}
