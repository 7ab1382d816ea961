package io.flexledger.report.adapter.db;

import io.flexledger.report.live.Notice;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * What was stored, told through the database: with the transaction that stores it, so every replica hears what holds
 * and none what was rolled back.
 */
@ApplicationScoped
public class Notices {

    /** A database may hold the schema of another installation, which has a channel of its own. */
    private static final String TELL =
            "select pg_notify(current_schema() || '_live', told) from unnest($1::text[]) as notice (told)";

    private static final String CHANNEL = "select quote_ident(current_schema() || '_live') as channel";

    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

    private final Pool pool;

    Notices(Pool pool) {
        this.pool = pool;
    }

    public void tell(SqlClient tx, Collection<? extends Notice> notices) {
        if (!notices.isEmpty()) {
            tx.preparedQuery(TELL)
                    .executeAndAwait(Tuple.of(
                            notices.stream().map(Notice::text).distinct().toArray(String[]::new)));
        }
    }

    /**
     * Hears until the session ends; blocks. What is told while nobody listens is not told again: whoever listens reads
     * everything once it is heard that he does.
     *
     * @param listening run once every notice from now on will be heard
     */
    public void listen(Runnable listening, Consumer<Notice> heard) throws InterruptedException {
        var session = pool.getConnectionAndAwait();
        var ended = new CompletableFuture<Void>();
        var postgres = PgConnection.cast(session.getDelegate());
        postgres.closeHandler(_ -> ended.complete(null));
        postgres.notificationHandler(notice -> heard.accept(Notice.parse(notice.getPayload())));
        try {
            var channel =
                    session.query(CHANNEL).executeAndAwait().iterator().next().getString("channel");
            session.query("listen " + channel).executeAndAwait();
            listening.run();
            while (!ended.isDone()) {
                watch(session, ended);
            }
        } finally {
            giveBack(session, postgres);
        }
    }

    /** A session that is gone without a word is noticed by asking. */
    private static void watch(SqlConnection session, CompletableFuture<Void> ended) throws InterruptedException {
        try {
            ended.get(SIGN_OF_LIFE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException quiet) {
            session.query("select 1").execute().await().atMost(SIGN_OF_LIFE);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void giveBack(SqlConnection session, PgConnection postgres) {
        postgres.notificationHandler(null);
        session.query("unlisten *")
                .execute()
                .ifNoItem()
                .after(SIGN_OF_LIFE)
                .fail()
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull()
                .chain(_ -> session.close())
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();
    }
}
