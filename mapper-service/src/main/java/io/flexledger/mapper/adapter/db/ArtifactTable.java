package io.flexledger.mapper.adapter.db;

import io.flexledger.contracts.RawArtifact;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.mapper.reading.Mapping;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;

/** The {@code artifact} table. */
public final class ArtifactTable {

    private static final String BEGIN = """
            insert into artifact (id, account, query, kind, from_date, to_date, period, generated_at, size,
                                  mapper_version, base_currency, base_assumed, status)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'mapping')
                on conflict (id) do update
               set mapper_version = excluded.mapper_version, base_currency = excluded.base_currency,
                   base_assumed = excluded.base_assumed, status = excluded.status
            returning no
            """;

    private static final String FINISH = """
            update artifact
               set status = $2, total = $3, mapped = $4, evidence = $5, rejected = $6, unmapped = $7, sections = $8
             where no = $1
            """;

    private ArtifactTable() {}

    /** How a statement is read. */
    public record Reading(String mapperVersion, CurrencyCode base, boolean baseAssumed) {}

    /** Returns the number that the artifact's rows refer to; of one that was read before, the one it had. */
    public static long begin(SqlConnection tx, RawArtifact artifact, Reading reading) {
        var values = Tuple.tuple()
                .addString(artifact.id().sha256())
                .addString(artifact.account().value())
                .addString(artifact.query())
                .addString(artifact.kind())
                .addLocalDate(artifact.from())
                .addLocalDate(artifact.to())
                .addString(artifact.period())
                .addOffsetDateTime(artifact.generatedAt().atOffset(ZoneOffset.UTC))
                .addLong(artifact.size())
                .addString(reading.mapperVersion)
                .addString(reading.base.code())
                .addBoolean(reading.baseAssumed);
        return tx.preparedQuery(BEGIN).executeAndAwait(values).iterator().next().getLong("no");
    }

    public static void finish(SqlConnection tx, long artifactNo, Mapping mapping) {
        var rows = mapping.rows();
        var values = Tuple.tuple()
                .addLong(artifactNo)
                .addString(mapping.isReadable() ? "mapped" : "rejected")
                .addInteger(rows.total())
                .addInteger(rows.mapped())
                .addInteger(rows.evidence())
                .addInteger(rows.rejected())
                .addInteger(rows.unmapped())
                .addJsonObject(new JsonObject(new LinkedHashMap<>(mapping.sections())));
        tx.preparedQuery(FINISH).executeAndAwait(values);
    }
}
