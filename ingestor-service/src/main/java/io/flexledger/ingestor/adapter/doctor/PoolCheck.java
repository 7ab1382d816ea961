package io.flexledger.ingestor.adapter.doctor;

import io.flexledger.ingestor.doctor.Check;
import io.flexledger.ingestor.doctor.Finding;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.ConfigProvider;

/** Whether connections to the database are left. A run holds one as long as it lasts, with its account's lock. */
@ApplicationScoped
class PoolCheck implements Check {

    private static final int FEW = 2;

    /** Busy in a statement or a transaction, or held for a lock; of all processes of this service. */
    private static final String BUSY = """
            select count(*)
              from pg_stat_activity a
             where a.usename = current_user and a.datname = current_database() and a.pid <> pg_backend_pid()
               and (a.state <> 'idle'
                    or exists (select from pg_locks l where l.pid = a.pid and l.locktype = 'advisory' and l.granted))
            """;

    private final Pool pool;

    PoolCheck(Pool pool) {
        this.pool = pool;
    }

    @Override
    public String name() {
        return "connection_pool";
    }

    @Override
    public Finding find() {
        // The setting is the framework's own.
        int size = ConfigProvider.getConfig().getValue("quarkus.datasource.reactive.max-size", Integer.class);
        long busy = pool.query(BUSY).executeAndAwait().iterator().next().getLong(0);
        long free = Math.max(0, size - busy);
        var detail = "%d of %d connections free".formatted(free, size);
        var nextStep = "Wait until runs have ended, or raise quarkus.datasource.reactive.max-size.";
        if (free == 0) {
            return Finding.fail(detail, nextStep);
        }
        return free <= FEW ? Finding.warn(detail, nextStep) : Finding.pass(detail);
    }
}
