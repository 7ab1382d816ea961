package io.flexledger.realtime.adapter.db;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.realtime.account.AccountPicture;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The {@code live_account} and {@code account_snapshot} tables. */
public final class LiveTable {

    private static final String VERSION = "select version from live_account where account = $1 for update";

    private static final String SAVE = """
            insert into live_account (account, as_of, nav_date, version, snapshot, image)
            values ($1, $2, $3, $4, $5, $6)
                on conflict (account) do update
               set as_of = excluded.as_of, nav_date = excluded.nav_date, version = excluded.version,
                   snapshot = excluded.snapshot, image = excluded.image
            """;

    private static final String IMAGE = "select image from live_account where account = $1";

    private static final String ACCOUNTS = "select account from live_account order by account";

    private static final String KEEP = "insert into account_snapshot (account, taken_at, image) values ($1, $2, $3)";

    private LiveTable() {}

    /** The version told last; 0 before the first. */
    public static long version(SqlConnection tx, AccountId account) {
        var rows = tx.preparedQuery(VERSION).executeAndAwait(Tuple.of(account.value()));
        return rows.size() == 0 ? 0 : rows.iterator().next().getLong(0);
    }

    public static void save(SqlConnection tx, NavSnapshot snapshot, AccountPicture picture) {
        tx.preparedQuery(SAVE)
                .executeAndAwait(Tuple.tuple()
                        .addString(snapshot.account().value())
                        .addOffsetDateTime(snapshot.asOf().atOffset(ZoneOffset.UTC))
                        .addLocalDate(snapshot.date())
                        .addLong(snapshot.version())
                        .addString(text(snapshot))
                        .addString(text(picture)));
    }

    public static Optional<AccountPicture> find(SqlClient client, String account) {
        var rows = client.preparedQuery(IMAGE).executeAndAwait(Tuple.of(account));
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(ContractJson.read(rows.iterator().next().getString(0), AccountPicture.class));
    }

    public static List<String> accounts(SqlClient client) {
        List<String> accounts = new ArrayList<>();
        client.query(ACCOUNTS).executeAndAwait().forEach(row -> accounts.add(row.getString(0)));
        return accounts;
    }

    /** Keeps an image that was asked for by hand. */
    public static void keep(SqlConnection tx, AccountPicture picture, Instant takenAt) {
        tx.preparedQuery(KEEP)
                .executeAndAwait(Tuple.of(picture.account(), takenAt.atOffset(ZoneOffset.UTC), text(picture)));
    }

    private static String text(Object value) {
        return new String(ContractJson.write(value), StandardCharsets.UTF_8);
    }
}
