package io.flexledger.mapper.adapter.db;

import io.flexledger.mapper.reading.RawRecord;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;

/** The {@code raw_record} table. */
public final class RawRecordTable {

    /** An artifact that is read again has its rows already, and they cannot have changed. */
    private static final String INSERT = """
            insert into raw_record (artifact_no, ordinal, section, element, byte_offset, byte_length, xml, outcome, reason)
            select $1, row.*
              from unnest($2::int[], $3::text[], $4::text[], $5::bigint[], $6::int[], $7::text[], $8::text[], $9::text[])
                   as row
                on conflict do nothing
            """;

    private RawRecordTable() {}

    public static void insert(SqlConnection tx, long artifactNo, List<RawRecord> rows) {
        var values = Tuple.tuple()
                .addLong(artifactNo)
                .addArrayOfInteger(rows.stream().map(RawRecord::ordinal).toArray(Integer[]::new))
                .addArrayOfString(rows.stream().map(RawRecord::section).toArray(String[]::new))
                .addArrayOfString(rows.stream().map(RawRecord::element).toArray(String[]::new))
                .addArrayOfLong(rows.stream().map(RawRecord::byteOffset).toArray(Long[]::new))
                .addArrayOfInteger(rows.stream().map(RawRecord::byteLength).toArray(Integer[]::new))
                .addArrayOfString(rows.stream().map(RawRecord::xml).toArray(String[]::new))
                .addArrayOfString(rows.stream().map(row -> row.outcome().name()).toArray(String[]::new))
                .addArrayOfString(rows.stream().map(RawRecord::reason).toArray(String[]::new));
        tx.preparedQuery(INSERT).executeAndAwait(values);
    }
}
