package io.flexledger.report.adapter.db;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.fetch.FetchRun;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** {@code fetch_run}: how the newest run of each query ended. */
@ApplicationScoped
public class FetchRunTable {

    private static final String UPSERT = """
        insert into fetch_run as known (account, query, version, ended_at, run)
        select distinct on (account, query) *
          from unnest($1::text[], $2::text[], $3::int8[], $4::timestamptz[], $5::text[])
               as fresh (account, query, version, ended_at, run)
         order by account, query, version desc
        on conflict (account, query) do update
           set version = excluded.version, ended_at = excluded.ended_at, run = excluded.run
         where excluded.version > known.version
        """;

    private static final String DELETE = "delete from fetch_run where account || '/' || query = any($1::text[])";

    private static final String ALL = "select run from fetch_run order by account, query";

    /** Saves what is newer than what is known. */
    public void save(SqlClient tx, Collection<FetchRun> runs) {
        if (runs.isEmpty()) {
            return;
        }
        var all = List.copyOf(runs);
        tx.preparedQuery(UPSERT)
                .executeAndAwait(Tuple.of(
                        all.stream().map(r -> r.account().value()).toArray(String[]::new),
                        all.stream().map(FetchRun::query).toArray(String[]::new),
                        all.stream().map(FetchRun::version).toArray(Long[]::new),
                        all.stream()
                                .map(r -> r.endedAt().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new),
                        all.stream()
                                .map(r -> new String(ContractJson.write(r), StandardCharsets.UTF_8))
                                .toArray(String[]::new)));
    }

    /** @param keys as the topic has them */
    public void delete(SqlClient tx, Collection<String> keys) {
        if (!keys.isEmpty()) {
            tx.preparedQuery(DELETE).executeAndAwait(Tuple.of(keys.toArray(String[]::new)));
        }
    }

    /** By account and query. */
    public List<FetchRun> all(SqlClient client) {
        var runs = new ArrayList<FetchRun>();
        client.query(ALL)
                .executeAndAwait()
                .forEach(row -> runs.add(ContractJson.read(row.getString("run"), FetchRun.class)));
        return runs;
    }
}
