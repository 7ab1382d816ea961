package io.flexledger.report;

import io.flexledger.report.adapter.upstream.Upstream;
import io.flexledger.report.holding.AccountList;
import io.flexledger.report.holding.BookedAccount;
import io.flexledger.report.trace.Lookup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The accounts there are days of, and those the ledger knows of and cannot book yet. */
@ApplicationScoped
public class Accounts {

    private final Holdings holdings;
    private final Upstream upstream;

    Accounts(Holdings holdings, Upstream upstream) {
        this.holdings = holdings;
        this.upstream = upstream;
    }

    /** Without the ledger the list is what is stored here, and says what it may lack. */
    public AccountList list() {
        var known = holdings.accounts();
        return switch (upstream.booked()) {
            case Lookup.Found<List<BookedAccount>> found -> AccountList.of(known, found.value(), null);
            case Lookup.Missing<List<BookedAccount>> missing ->
                AccountList.of(known, List.of(), unknown(missing.service() + " has no list of accounts"));
            case Lookup.Unavailable<List<BookedAccount>> away ->
                AccountList.of(known, List.of(), unknown(away.service() + " " + away.reason()));
        };
    }

    private static String unknown(String why) {
        return "Whether an account waits to be booked is not known: the " + why + ".";
    }
}
