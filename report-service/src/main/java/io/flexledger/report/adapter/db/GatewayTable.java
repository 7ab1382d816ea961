package io.flexledger.report.adapter.db;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.live.GatewayStatus;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** {@code gateway}: the newest word on how each gateway is heard. */
@ApplicationScoped
public class GatewayTable {

    private static final String UPSERT = """
        insert into gateway as known (gateway, version, stated_at, state, status)
        select * from unnest($1::text[], $2::int8[], $3::timestamptz[], $4::text[], $5::text[])
        on conflict (gateway) do update
           set version = excluded.version, stated_at = excluded.stated_at, state = excluded.state,
               status = excluded.status
         where excluded.version > known.version
        returning gateway
        """;

    private static final String DELETE = "delete from gateway where gateway = any($1::text[])";

    private static final String ALL = "select status from gateway order by gateway";

    /** Saves what is newer than what is known, and returns the names. */
    public List<String> save(SqlClient tx, Collection<GatewayStatus> statuses) {
        var saved = new ArrayList<String>();
        if (statuses.isEmpty()) {
            return saved;
        }
        var all = List.copyOf(statuses);
        tx.preparedQuery(UPSERT)
                .executeAndAwait(Tuple.of(
                        all.stream().map(GatewayStatus::gateway).toArray(String[]::new),
                        all.stream().map(GatewayStatus::version).toArray(Long[]::new),
                        all.stream()
                                .map(s -> s.statedAt().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new),
                        all.stream().map(s -> s.state().name()).toArray(String[]::new),
                        all.stream()
                                .map(s -> new String(ContractJson.write(s), StandardCharsets.UTF_8))
                                .toArray(String[]::new)))
                .forEach(row -> saved.add(row.getString("gateway")));
        return saved;
    }

    public void delete(SqlClient tx, Collection<String> gateways) {
        if (!gateways.isEmpty()) {
            tx.preparedQuery(DELETE).executeAndAwait(Tuple.of(gateways.toArray(String[]::new)));
        }
    }

    /** By name. */
    public List<GatewayStatus> all(SqlClient client) {
        var statuses = new ArrayList<GatewayStatus>();
        client.query(ALL)
                .executeAndAwait()
                .forEach(row -> statuses.add(ContractJson.read(row.getString("status"), GatewayStatus.class)));
        return statuses;
    }
}
