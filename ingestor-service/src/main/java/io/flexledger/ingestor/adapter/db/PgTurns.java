package io.flexledger.ingestor.adapter.db;

import io.flexledger.ingestor.fetch.Pace;
import io.flexledger.ingestor.fetch.Token;
import io.flexledger.ingestor.fetch.TokenRestsException;
import io.flexledger.ingestor.fetch.Turns;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;

/**
 * Turns taken under an advisory lock. A caller holds the lock while it waits and until its answer begins, and the next
 * turn counts from that moment: so two calls are as far apart at the broker as they should be, whatever delays the one
 * or the other on its way. The database's clock is the only one that counts.
 */
@ApplicationScoped
class PgTurns implements Turns {

    private static final Duration APART = Duration.ofSeconds(1);
    private static final int CALLS = 10;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofHours(1);

    private static final String LOCK =
            "select pg_advisory_lock(hashtextextended('flexledger ' || current_schema() || ' turn ' || $1, 0))";

    private static final String UNLOCK =
            "select pg_advisory_unlock(hashtextextended('flexledger ' || current_schema() || ' turn ' || $1, 0))";

    /** A crashed caller's request may still have arrived; it counts from when it was sent, and some time more. */
    private static final String WAIT = """
            with made as (
                select coalesce(answered_at, sent_at + interval '2 seconds') as at,
                       row_number() over (order by id desc) as age
                  from flex_call
                 where token = $1
                 order by id desc
                 limit $2::int)
            select coalesce(ceil(1000 * max(extract(epoch from
                       at + case age when $2::int then $4::bigint else $3::bigint end * interval '1 millisecond'
                       - clock_timestamp()))), 0)::bigint
              from made
             where age in (1, $2::int)
            """;

    private static final String SENT =
            "insert into flex_call (token, sent_at) values ($1, clock_timestamp()) returning id";

    private static final String ANSWERED = "update flex_call set answered_at = clock_timestamp() where id = $1";

    private static final String FORGET =
            "delete from flex_call where token = $1 and sent_at < clock_timestamp() - $2::bigint * interval '1 millisecond'";

    private final Pool pool;
    private final Pace pace;

    PgTurns(Pool pool, Pace pace) {
        this.pool = pool;
        this.pace = pace;
    }

    @Override
    public <T> T inTurn(Token token, Call<T> call) throws IOException, TokenRestsException {
        var connection = pool.getConnectionAndAwait();
        try {
            var name = Tuple.of(token.fingerprint());
            connection.preparedQuery(LOCK).executeAndAwait(name);
            try {
                awaitTurn(connection, token);
                var pause = PgPauses.ofToken(connection, token, pace.now());
                if (pause.isPresent()) {
                    throw new TokenRestsException(pause.get());
                }
                return make(connection, token, call);
            } finally {
                connection.preparedQuery(UNLOCK).executeAndAwait(name);
            }
        } finally {
            Transactions.release(connection);
        }
    }

    private void awaitTurn(SqlConnection connection, Token token) {
        var question = Tuple.of(
                token.fingerprint(),
                CALLS,
                pace.real(APART).toMillis(),
                pace.real(WINDOW).toMillis());
        while (true) {
            long wait = connection
                    .preparedQuery(WAIT)
                    .executeAndAwait(question)
                    .iterator()
                    .next()
                    .getLong(0);
            if (wait <= 0) {
                return;
            }
            pace.pauseReal(Duration.ofMillis(wait)); // as the database counts
        }
    }

    private static <T> T make(SqlConnection connection, Token token, Call<T> call) throws IOException {
        connection.preparedQuery(FORGET).executeAndAwait(Tuple.of(token.fingerprint(), KEPT.toMillis()));
        long id = connection
                .preparedQuery(SENT)
                .executeAndAwait(Tuple.of(token.fingerprint()))
                .iterator()
                .next()
                .getLong(0);
        try {
            return call.make();
        } finally {
            connection.preparedQuery(ANSWERED).executeAndAwait(Tuple.of(id));
        }
    }
}
