package io.flexledger.mapper.adapter.db;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.event.OptionTerms;
import io.flexledger.contracts.event.ReferenceEvent.RowAccount;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.Decimals;
import io.flexledger.mapper.lookup.FoundDrift;
import io.flexledger.mapper.lookup.FoundInstrument;
import io.flexledger.mapper.lookup.FoundRejection;
import io.flexledger.mapper.lookup.MappedArtifact;
import io.flexledger.mapper.lookup.MappingRecords;
import io.flexledger.mapper.reading.Drift;
import io.flexledger.mapper.reading.Outcome;
import io.flexledger.mapper.reading.RawRecord;
import io.flexledger.mapper.reading.Reason;
import io.flexledger.mapper.reading.Rejection;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads what was written; blocks, so call it on a virtual or worker thread. */
@ApplicationScoped
public class PgMappingRecords implements MappingRecords {

    private static final String ARTIFACT = """
            select a.*, (select count(*) from rejection r where r.artifact_no = a.no) as rejections
              from artifact a
             where a.id = $1
            """;

    private static final String ARTIFACT_DRIFT = """
            select s.kind, s.section, s.name, s.value, s.count, a.id as first_seen
              from drift_sighting s
              join artifact a on a.no = s.artifact_no
             where a.id = $1
             order by s.count desc, s.kind, s.section, s.name, s.value
            """;

    private static final String ROW = """
            select r.*
              from raw_record r
              join artifact a on a.no = r.artifact_no
             where a.id = $1 and r.ordinal = $2
            """;

    private static final String REJECTIONS = """
            select r.*, a.id as artifact
              from rejection r
              join artifact a on a.no = r.artifact_no
             where r.id < $1 and ($2::text is null or a.id = $2)
             order by r.id desc
             limit $3
            """;

    private static final String DRIFT = """
            select kind, section, name, value, count, first_seen
              from drift
             order by count desc, kind, section, name, value
            offset $1 limit $2
            """;

    private static final String INSTRUMENTS = """
            select i.*, (select json_object_agg(scheme, names order by scheme)
                           from (select scheme, json_agg(value order by value) as names
                                   from instrument_alias n where n.instrument_id = i.id group by scheme) as schemes)
                        as aliases
              from instrument i
             where i.id > $1
               and ($2::text is null or i.id = $2
                    or exists (select from instrument_alias n where n.instrument_id = i.id and n.value = $2))
             order by i.id
             limit $3
            """;

    private final Pool pool;
    private final ProjectionHash hash;

    PgMappingRecords(Pool pool) {
        this.pool = pool;
        this.hash = new ProjectionHash(pool);
    }

    @Override
    public Optional<MappedArtifact> findArtifact(ArtifactId artifact) {
        var id = artifact.sha256();
        return read(
                        ARTIFACT,
                        Tuple.of(id),
                        row -> artifact(row, read(ARTIFACT_DRIFT, Tuple.of(id), PgMappingRecords::drift)))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<RawRecord> findRow(ArtifactId artifact, int ordinal) {
        return read(ROW, Tuple.of(artifact.sha256(), ordinal), PgMappingRecords::row).stream()
                .findFirst();
    }

    @Override
    public List<FoundRejection> rejections(@Nullable ArtifactId artifact, long before, int limit) {
        var values = Tuple.of(before, artifact == null ? null : artifact.sha256(), limit);
        return read(REJECTIONS, values, PgMappingRecords::rejection);
    }

    @Override
    public List<FoundDrift> drift(int offset, int limit) {
        return read(DRIFT, Tuple.of((long) offset, (long) limit), PgMappingRecords::drift);
    }

    @Override
    public List<FoundInstrument> instruments(@Nullable String name, String after, int limit) {
        return read(INSTRUMENTS, Tuple.of(after, name, (long) limit), PgMappingRecords::instrument);
    }

    @Override
    public String projectionHash() {
        return hash.compute();
    }

    private <T> List<T> read(String sql, Tuple values, Function<Row, T> as) {
        RowSet<Row> rows = pool.preparedQuery(sql).executeAndAwait(values);
        return StreamSupport.stream(rows.spliterator(), false).map(as).toList();
    }

    private static MappedArtifact artifact(Row row, List<FoundDrift> drift) {
        return new MappedArtifact(
                ArtifactId.of(row.getString("id")),
                AccountId.of(row.getString("account")),
                row.getString("query"),
                row.getLocalDate("from_date"),
                row.getLocalDate("to_date"),
                row.getOffsetDateTime("generated_at").toInstant(),
                row.getString("mapper_version"),
                row.getString("status"),
                CurrencyCode.of(row.getString("base_currency")),
                row.getBoolean("base_assumed"),
                new RowAccount(
                        row.getInteger("total"),
                        row.getInteger("mapped"),
                        row.getInteger("evidence"),
                        row.getInteger("rejected"),
                        row.getInteger("unmapped")),
                sections(row.getJsonObject("sections")),
                row.getLong("rejections"),
                drift);
    }

    private static SortedMap<String, Integer> sections(JsonObject json) {
        var sections = new TreeMap<String, Integer>();
        json.fieldNames().forEach(name -> sections.put(name, json.getInteger(name)));
        return sections;
    }

    private static RawRecord row(Row row) {
        return new RawRecord(
                row.getInteger("ordinal"),
                row.getString("section"),
                row.getString("element"),
                row.getLong("byte_offset"),
                row.getInteger("byte_length"),
                row.getString("xml"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("reason"));
    }

    private static FoundRejection rejection(Row row) {
        return new FoundRejection(
                row.getLong("id"),
                ArtifactId.of(row.getString("artifact")),
                new Rejection(
                        Reason.valueOf(row.getString("reason")),
                        row.getString("section"),
                        row.getInteger("ordinal"),
                        row.getString("field"),
                        row.getString("value"),
                        row.getString("expectation"),
                        row.getString("next_step")));
    }

    private static FoundDrift drift(Row row) {
        var value = row.getString("value");
        return new FoundDrift(
                new Drift(
                        Drift.Kind.valueOf(row.getString("kind")),
                        row.getString("section"),
                        row.getString("name"),
                        value.isEmpty() ? null : value),
                row.getLong("count"),
                ArtifactId.of(row.getString("first_seen")));
    }

    private static FoundInstrument instrument(Row row) {
        var option = row.getJsonObject("option_terms");
        var aliases = new TreeMap<String, List<String>>();
        var named = row.getJsonObject("aliases");
        named.fieldNames()
                .forEach(scheme -> aliases.put(
                        scheme,
                        named.getJsonArray(scheme).stream()
                                .map(String.class::cast)
                                .toList()));
        return new FoundInstrument(
                new InstrumentId(row.getString("id")),
                row.getString("symbol"),
                row.getString("description"),
                row.getString("asset_category"),
                CurrencyCode.of(row.getString("currency")),
                Decimals.canonical(row.getBigDecimal("multiplier")),
                option == null ? null : ContractJson.read(option.encode(), OptionTerms.class),
                aliases);
    }
}
