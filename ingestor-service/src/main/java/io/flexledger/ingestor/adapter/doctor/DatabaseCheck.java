package io.flexledger.ingestor.adapter.doctor;

import io.flexledger.ingestor.doctor.Check;
import io.flexledger.ingestor.doctor.Finding;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether the database answers. */
@ApplicationScoped
class DatabaseCheck implements Check {

    private final Pool pool;

    DatabaseCheck(Pool pool) {
        this.pool = pool;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Finding find() {
        var row = pool.query("select current_setting('server_version'), current_schema()")
                .executeAndAwait()
                .iterator()
                .next();
        return Finding.pass("PostgreSQL %s, schema %s".formatted(row.getString(0), row.getString(1)));
    }
}
