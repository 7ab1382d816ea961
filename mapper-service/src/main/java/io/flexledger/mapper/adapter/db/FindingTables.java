package io.flexledger.mapper.adapter.db;

import io.flexledger.mapper.reading.Drift;
import io.flexledger.mapper.reading.Rejection;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tables {@code rejection} and {@code drift_sighting}: what was wrong with an artifact, and what was new in it. */
public final class FindingTables {

    private static final String FORGET_REJECTIONS = "delete from rejection where artifact_no = $1";

    private static final String FORGET_DRIFT = "delete from drift_sighting where artifact_no = $1";

    private static final String REJECT = """
            insert into rejection (artifact_no, ordinal, section, reason, field, value, expectation, next_step)
            select $1, finding.ordinal, finding.section, finding.reason, finding.field, finding.value,
                   finding.expectation, finding.next_step
              from unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
                   with ordinality
                   as finding (ordinal, section, reason, field, value, expectation, next_step, position)
             order by position
            """;

    private static final String SIGHT = """
            insert into drift_sighting (artifact_no, kind, section, name, value, count)
            select $1, sighting.*
              from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::int[]) as sighting
            """;

    private FindingTables() {}

    /** What an earlier reading of the artifact found. */
    public static void forget(SqlConnection tx, long artifactNo) {
        tx.preparedQuery(FORGET_REJECTIONS).executeAndAwait(Tuple.of(artifactNo));
        tx.preparedQuery(FORGET_DRIFT).executeAndAwait(Tuple.of(artifactNo));
    }

    public static void reject(SqlConnection tx, long artifactNo, List<Rejection> rejections) {
        var values = Tuple.tuple()
                .addLong(artifactNo)
                .addArrayOfInteger(rejections.stream().map(Rejection::ordinal).toArray(Integer[]::new))
                .addArrayOfString(rejections.stream().map(Rejection::section).toArray(String[]::new))
                .addArrayOfString(rejections.stream()
                        .map(rejection -> rejection.reason().name())
                        .toArray(String[]::new))
                .addArrayOfString(rejections.stream().map(Rejection::field).toArray(String[]::new))
                .addArrayOfString(rejections.stream().map(Rejection::value).toArray(String[]::new))
                .addArrayOfString(
                        rejections.stream().map(Rejection::expectation).toArray(String[]::new))
                .addArrayOfString(rejections.stream().map(Rejection::nextStep).toArray(String[]::new));
        tx.preparedQuery(REJECT).executeAndAwait(values);
    }

    public static void sight(SqlConnection tx, long artifactNo, Map<Drift, Integer> counts) {
        if (counts.isEmpty()) {
            return;
        }
        List<Drift> drift = new ArrayList<>(counts.keySet());
        var values = Tuple.tuple()
                .addLong(artifactNo)
                .addArrayOfString(drift.stream().map(one -> one.kind().name()).toArray(String[]::new))
                .addArrayOfString(drift.stream().map(Drift::section).toArray(String[]::new))
                .addArrayOfString(drift.stream().map(Drift::name).toArray(String[]::new))
                .addArrayOfString(drift.stream()
                        .map(one -> one.value() == null ? "" : one.value())
                        .toArray(String[]::new))
                .addArrayOfInteger(drift.stream().map(counts::get).toArray(Integer[]::new));
        tx.preparedQuery(SIGHT).executeAndAwait(values);
    }
}
