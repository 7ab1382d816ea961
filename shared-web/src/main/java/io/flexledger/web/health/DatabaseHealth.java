package io.flexledger.web.health;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Whether the database answers; asked each time. */
@ApplicationScoped
class DatabaseHealth implements ComponentHealth {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Pool pool;

    DatabaseHealth(Pool pool) {
        this.pool = pool;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public boolean isRequired() {
        return true;
    }

    @Override
    public Finding find() {
        pool.query("select 1").execute().await().atMost(PATIENCE);
        return Finding.up(Instant.now());
    }
}
