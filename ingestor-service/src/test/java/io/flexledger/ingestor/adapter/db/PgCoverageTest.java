package io.flexledger.ingestor.adapter.db;

import static io.flexledger.ingestor.FlexText.report;
import static io.flexledger.ingestor.FlexText.statementOf;
import static io.flexledger.ingestor.adapter.rest.Sent.newAccount;
import static io.flexledger.ingestor.adapter.rest.Sent.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.ingestor.fetch.Coverage;
import io.flexledger.ingestor.fetch.FlexQuery;
import io.flexledger.ingestor.fetch.Token;
import io.flexledger.ingestor.period.Role;
import io.flexledger.ingestor.period.StatedDays;
import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackResource.class)
class PgCoverageTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 18);
    private static final Instant EARLY = Instant.parse("2025-07-19T08:27:00Z");
    private static final Instant LATE = Instant.parse("2025-07-19T10:27:00Z");

    private final Pool pool;
    private final Coverage coverage;
    private final String account = newAccount();
    private final FlexQuery query =
            new FlexQuery("query of " + account, account, Role.FULL, AccountId.of(account), new Token("none"));

    @Inject
    PgCoverageTest(Pool pool, Coverage coverage) {
        this.pool = pool;
        this.coverage = coverage;
    }

    @Test
    void aDayIsStatedByWhatWasPublished() {
        brought(send("20250719;042700"));

        assertThat(coverage.of(query)).containsExactly(new StatedDays(DAY, DAY, EARLY));
    }

    /** As of a statement that is too large: it is known which one it is, and nobody was told of it. */
    @Test
    void aRejectedStatementStatesNoDay() {
        var file = send("20250719;042700");
        brought(file);
        pool.preparedQuery("""
                insert into file_statement (file_id, position, ordinal, byte_offset, byte_length, tag_length,
                                            artifact_id, account_id, query, kind, from_date, to_date, generated_at)
                select file_id, position + 1, ordinal + 1, byte_offset, byte_length, tag_length,
                       repeat('f', 64), account_id, query, kind, from_date + 3, to_date + 3, generated_at
                  from file_statement
                 where file_id = $1
                """).executeAndAwait(Tuple.of(file));

        assertThat(coverage.of(query)).containsExactly(new StatedDays(DAY, DAY, EARLY));
    }

    /** The same rows, generated later, are published once, and say that nothing is missing. */
    @Test
    void aDuplicateStatesItsDayAsLateAsItWasGenerated() {
        brought(send("20250719;042700"));
        brought(send("20250719;062700"));

        assertThat(coverage.of(query)).containsExactly(new StatedDays(DAY, DAY, LATE));
    }

    private String send(String generated) {
        return post(report().statement(statementOf(account, "20250718", generated, "<Trades />"))
                        .toString())
                .statusCode(anyOf(is(200), is(201)))
                .extract()
                .path("file.sha256");
    }

    private void brought(String file) {
        pool.preparedQuery("""
                insert into ingestion_run (version, origin, run_type, status, started_at, ended_at,
                                           query_id, account_id, file_id)
                values (0, 'FLEX', 'manual', 'success', now(), now(), $1, $2, $3)
                """).executeAndAwait(Tuple.of(query.id(), account, file));
    }
}
