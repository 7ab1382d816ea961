package io.flexledger.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.fetch.FetchRun;
import io.flexledger.contracts.fetch.FetchRun.Failure;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.report.adapter.db.FetchRunTable;
import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How fetching went, in the database. */
@QuarkusTest
@WithTestResource(StackResource.class)
class FetchRunProjectorTest {

    private static final Instant ENDED = Instant.parse("2026-11-20T09:00:05Z");
    private static final Failure EXPIRED =
            new Failure("FLEX_TOKEN", "The token has expired.", "Make a new one.", false);

    private final Pool pool;
    private final FetchRunTable table;
    private final FetchRunProjector projector;

    @Inject
    FetchRunProjectorTest(Pool pool, FetchRunTable table, FetchRunProjector projector) {
        this.pool = pool;
        this.table = table;
        this.projector = projector;
    }

    @BeforeEach
    void empty() {
        pool.query("delete from fetch_run").executeAndAwait();
    }

    @Test
    void theNewestRunOfEachQueryIsKept() {
        hear(run("U1", "daily", 1, EXPIRED), run("U2", "daily", 1, null), run("U1", "trades", 3, null));
        hear(run("U1", "daily", 2, null), run("U1", "daily", 4, EXPIRED), run("U1", "daily", 3, null));

        assertThat(table.all(pool))
                .containsExactly(
                        run("U1", "daily", 4, EXPIRED), run("U1", "trades", 3, null), run("U2", "daily", 1, null));
    }

    @Test
    void anOlderRunChangesNothing() {
        hear(run("U1", "daily", 2, null));
        hear(run("U1", "daily", 1, EXPIRED), run("U1", "daily", 2, EXPIRED));

        assertThat(table.all(pool)).containsExactly(run("U1", "daily", 2, null));
    }

    @Test
    void aWithdrawnQueryIsGone() {
        hear(run("U1", "daily/new", 2, null), run("U1", "daily", 2, null));
        projector.runs(pool, List.of(record("U1/daily/new", null)));

        assertThat(table.all(pool)).containsExactly(run("U1", "daily", 2, null));
    }

    private void hear(FetchRun... runs) {
        projector.runs(
                pool,
                Stream.of(runs)
                        .map(run -> record(run.key(), ContractJson.write(run)))
                        .toList());
    }

    @SuppressWarnings("NullAway") // The client's types do not say that a value may be absent.
    private static ConsumerRecord<String, byte[]> record(String key, byte @Nullable [] value) {
        return new ConsumerRecord<>("test", 0, 0, key, value);
    }

    private static FetchRun run(String account, String query, long version, @Nullable Failure failure) {
        return new FetchRun(AccountId.of(account), query, version, version, ENDED.minusSeconds(5), ENDED, failure);
    }
}
