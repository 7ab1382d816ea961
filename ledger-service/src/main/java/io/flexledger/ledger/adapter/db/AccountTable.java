package io.flexledger.ledger.adapter.db;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.ledger.history.FoldedAccount;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** How far each account is folded. */
@ApplicationScoped
public class AccountTable {

    private static final String DIRTY = """
        insert into account (account, dirty_from) values ($1, $2)
        on conflict (account) do update set dirty_from = least(account.dirty_from, excluded.dirty_from)
        """;

    private static final String MEET = "insert into account (account) select unnest($1::text[]) on conflict do nothing";

    /** In one order everywhere, so that two batches wait for one another instead of deadlocking. */
    private static final String LOCK =
            "select account from account where account = any($1) order by account for update";

    /** Whatever the last fold of such fills stumbled over may be different now. */
    private static final String LIVE = """
        update account
           set live_from = least(live_from, $2), held = case when dirty_from is null then null else held end
         where account = $1
        """;

    /** Statements are folded with the batch that completes them; what waits for a person waits for the next of these. */
    private static final String LIVE_ALONE = "live_from is not null and dirty_from is null and held is null";

    private static final String RETRY_LIVE =
            "update account set held = null where live_from is not null and dirty_from is null and held is not null";

    private static final String LIVE_ACCOUNTS = "select account from account where " + LIVE_ALONE + " order by account";

    private static final String TRY_LIVE =
            "select 1 from account where account = $1 and " + LIVE_ALONE + " for update skip locked";

    private static final String BASE = """
        update account set base_currency = $2 where account = $1 and base_currency is distinct from $2
        """;

    private static final String ASSUME_BASE =
            "update account set base_currency = $2 where account = $1 and base_currency is null";

    private static final String FIND =
            "select account, base_currency, dirty_from, live_from, last_day, held from account where account = $1 for update";

    private static final String ALL =
            "select account, base_currency, dirty_from, live_from, last_day, held from account order by account";

    private static final String FOLDED =
            "update account set dirty_from = null, live_from = null, held = null, last_day = $2 where account = $1";

    private static final String HELD = "update account set held = $2 where account = $1";

    /**
     * Locks the rows of these accounts, which are new perhaps, before anything else about them is touched: whoever folds
     * one has its row, and two of them that took their locks in another order would stand in each other's way.
     */
    public void lock(SqlClient tx, SortedSet<AccountId> accounts) {
        var names = accounts.stream().map(AccountId::value).toArray(String[]::new);
        tx.preparedQuery(MEET).executeAndAwait(Tuple.of((Object) names));
        tx.preparedQuery(LOCK).executeAndAwait(Tuple.of((Object) names));
    }

    /** Provisional fills of this day and later changed. */
    public void live(SqlClient tx, AccountId account, LocalDate from) {
        tx.preparedQuery(LIVE).executeAndAwait(Tuple.of(account.value(), from));
    }

    /** Provisional fills that waited for a person are tried again: settings may be others now. */
    public void retryLive(SqlClient client) {
        client.query(RETRY_LIVE).executeAndAwait();
    }

    /** Accounts of which provisional fills alone changed. */
    public List<AccountId> live(SqlClient client) {
        var live = new ArrayList<AccountId>();
        client.query(LIVE_ACCOUNTS).executeAndAwait().forEach(row -> live.add(AccountId.of(row.getString("account"))));
        return live;
    }

    /** Locks the row, unless someone else has it or there is nothing to do any more. */
    public boolean tryLive(SqlClient tx, AccountId account) {
        return tx.preparedQuery(TRY_LIVE)
                        .executeAndAwait(Tuple.of(account.value()))
                        .rowCount()
                > 0;
    }

    public void dirty(SqlClient tx, AccountId account, LocalDate from) {
        tx.preparedQuery(DIRTY).executeAndAwait(Tuple.of(account.value(), from));
    }

    /** Returns whether it is news. */
    public boolean base(SqlClient tx, AccountId account, CurrencyCode base) {
        return tx.preparedQuery(BASE)
                        .executeAndAwait(Tuple.of(account.value(), base.code()))
                        .rowCount()
                > 0;
    }

    /** A guess, which a statement's own word replaces; returns whether it is news. */
    public boolean assumeBase(SqlClient tx, AccountId account, CurrencyCode base) {
        return tx.preparedQuery(ASSUME_BASE)
                        .executeAndAwait(Tuple.of(account.value(), base.code()))
                        .rowCount()
                > 0;
    }

    /** Locks the row, so that two folds of one account exclude one another. */
    public FoldedAccount get(SqlClient tx, AccountId account) {
        return account(tx.preparedQuery(FIND)
                .executeAndAwait(Tuple.of(account.value()))
                .iterator()
                .next());
    }

    public List<FoldedAccount> all(SqlClient client) {
        var all = new ArrayList<FoldedAccount>();
        client.query(ALL).executeAndAwait().forEach(row -> all.add(account(row)));
        return all;
    }

    private static FoldedAccount account(Row row) {
        var base = row.getString("base_currency");
        return new FoldedAccount(
                AccountId.of(row.getString("account")),
                base == null ? null : CurrencyCode.of(base),
                row.getLocalDate("dirty_from"),
                row.getLocalDate("live_from"),
                row.getLocalDate("last_day"),
                row.getString("held"));
    }

    public void folded(SqlClient tx, AccountId account, LocalDate lastDay) {
        tx.preparedQuery(FOLDED).executeAndAwait(Tuple.of(account.value(), lastDay));
    }

    public void held(SqlClient tx, AccountId account, String why) {
        tx.preparedQuery(HELD).executeAndAwait(Tuple.of(account.value(), why));
    }
}
