package io.flexledger.ingestor.adapter.rest.run;

import static io.flexledger.testing.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.ingestor.artifact.Slice;
import io.flexledger.ingestor.fetch.Locks;
import io.flexledger.ingestor.fetch.ReprocessLog;
import io.flexledger.ingestor.intake.ChainLink;
import io.flexledger.ingestor.intake.Origin;
import io.flexledger.ingestor.intake.Outcome;
import io.flexledger.ingestor.intake.ReceivedFile;
import io.flexledger.ingestor.intake.Reception;
import io.flexledger.ingestor.intake.ScanResult;
import io.flexledger.ingestor.intake.Scope;
import io.flexledger.ingestor.intake.StatementResult;
import io.flexledger.testing.StackResource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackResource.class)
class RunOwnerTest {

    private static final String OPEN = """
            insert into ingestion_run (version, origin, run_type, status, started_at, account_id, owner)
            values (0, $1, 'manual', 'started', now(), 'U5500111', $2)
            returning id
            """;

    private static final String CLOSED_BY_ANOTHER = """
            update ingestion_run
               set status = 'failed', ended_at = now(), version = version + 1,
                   error_code = 'INTERRUPTED', error_message = 'The service stopped.', next_step = 'None.'
             where id = $1
            """;

    private static final String CUT_OFF = """
            select pg_terminate_backend(l.pid)
              from pg_locks l, hashtextextended('flexledger ' || current_schema() || ' lock process ' || $1, 0) key
             where l.locktype = 'advisory' and l.granted
               and (l.classid::bigint << 32 | l.objid::bigint) = key
            """;

    private final Pool pool;
    private final Locks locks;
    private final RunOwner owner;
    private final PanacheRunLog log;
    private final ReprocessLog reprocesses;

    @Inject
    RunOwnerTest(Pool pool, Locks locks, RunOwner owner, PanacheRunLog log, ReprocessLog reprocesses) {
        this.pool = pool;
        this.locks = locks;
        this.owner = owner;
        this.log = log;
        this.reprocesses = reprocesses;
    }

    @Test
    void aRunIsClosedAtAStartOnlyWhereItsOwnerIsGone() {
        var other = UUID.randomUUID().toString();
        var upload = open("UPLOAD", other);
        var reprocess = open("REPROCESS", other);
        var nobodys = open("UPLOAD", null);
        var fetch = open("FLEX", null);

        try (var _ = locks.tryLock("process " + other).orElseThrow()) {
            log.closeInterrupted(new StartupEvent());

            assertThat(List.of(status(upload), status(reprocess))).containsOnly("started");
            assertThat(status(nobodys)).isEqualTo("failed");
        }
        log.closeInterrupted(new StartupEvent());

        for (long closed : List.of(upload, reprocess, nobodys)) {
            assertThat(status(closed)).isEqualTo("failed");
            assertThat(run(closed).getString("error_code")).isEqualTo("INTERRUPTED");
        }
        assertThat(status(fetch)).isEqualTo("started"); // its account's lock decides
        pool.preparedQuery("delete from ingestion_run where id = $1").executeAndAwait(Tuple.of(fetch));
    }

    @Test
    void aRunOfThisProcessIsLeftAlone() {
        long upload = log.start(Origin.UPLOAD, "owned.xml");
        long reprocess = reprocesses.start(Scope.ALL);

        log.closeInterrupted(new StartupEvent());

        assertThat(List.of(status(upload), status(reprocess))).containsOnly("started");
        log.end(kept(upload));
        reprocesses.end(reprocess, 0);
    }

    @Test
    void aRunThatWasTakenForDeadEndsWithoutItsError() {
        long upload = log.start(Origin.UPLOAD, "cut-off.xml");
        long reprocess = reprocesses.start(Scope.ALL);
        for (long run : List.of(upload, reprocess)) {
            pool.preparedQuery(CLOSED_BY_ANOTHER).executeAndAwait(Tuple.of(run));
        }

        log.end(kept(upload));
        reprocesses.end(reprocess, 3);

        for (long run : List.of(upload, reprocess)) {
            assertThat(status(run)).isEqualTo("success");
            assertThat(run(run).getString("error_code")).isNull();
            assertThat(run(run).getString("error_message")).isNull();
            assertThat(run(run).getString("next_step")).isNull();
        }
    }

    @Test
    void aLockThatWasLostIsTakenAgain() {
        var id = owner.id();
        assertThat(isFree(id)).isFalse();

        pool.preparedQuery(CUT_OFF).executeAndAwait(Tuple.of(id));
        await().until(() -> {
            owner.hold();
            return !isFree(id);
        });

        assertThat(owner.id()).isEqualTo(id);
    }

    private boolean isFree(String id) {
        var lock = locks.tryLock("process " + id);
        lock.ifPresent(Locks.Lock::close);
        return lock.isPresent();
    }

    private long open(String origin, @Nullable String by) {
        return pool.preparedQuery(OPEN)
                .executeAndAwait(Tuple.of(origin, by))
                .iterator()
                .next()
                .getLong(0);
    }

    private static Reception.Kept kept(long run) {
        var file = new ReceivedFile(
                Instant.now(), Origin.UPLOAD, "owned.xml", ChainLink.first("a".repeat(64), 1), Set.of());
        var statement = new StatementResult(1, null, new Slice(1, 0, 1, 1), null, Outcome.NEW, null, null);
        return new Reception.Kept(run, file, new ScanResult(List.of(statement), List.of(), List.of()));
    }

    private static String status(long run) {
        return run(run).getString("status");
    }

    private static JsonPath run(long run) {
        return given().get("/ingestion/runs/" + run).jsonPath();
    }
}
