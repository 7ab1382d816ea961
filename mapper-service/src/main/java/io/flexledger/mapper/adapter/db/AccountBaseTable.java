package io.flexledger.mapper.adapter.db;

import io.flexledger.contracts.RawArtifact;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.money.CurrencyCode;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;

/** The {@code account_base} table: a handful of rows. */
public final class AccountBaseTable {

    private static final String ALL = "select account, currency from account_base";

    private static final String STORE = """
            insert into account_base as known (account, currency, as_of)
            values ($1, $2, $3)
                on conflict (account) do update
               set currency = excluded.currency, as_of = excluded.as_of
             where excluded.as_of >= known.as_of
            """;

    private AccountBaseTable() {}

    public static Map<AccountId, CurrencyCode> all(SqlConnection tx) {
        var bases = new HashMap<AccountId, CurrencyCode>();
        tx.query(ALL)
                .executeAndAwait()
                .forEach(row ->
                        bases.put(AccountId.of(row.getString("account")), CurrencyCode.of(row.getString("currency"))));
        return bases;
    }

    public static void store(SqlConnection tx, RawArtifact artifact, Map<AccountId, CurrencyCode> stated) {
        stated.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(base -> tx.preparedQuery(STORE)
                        .executeAndAwait(
                                Tuple.of(base.getKey().value(), base.getValue().code(), AsOf.of(artifact))));
    }
}
