package io.flexledger.ingestor.adapter.doctor;

import io.flexledger.ingestor.IngestorConfig;
import io.flexledger.ingestor.doctor.Check;
import io.flexledger.ingestor.doctor.ClockGap;
import io.flexledger.ingestor.doctor.Finding;
import io.flexledger.ingestor.fetch.Pace;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Whether this machine and the database agree about the time; a simulated one is named. */
@ApplicationScoped
class ClockCheck implements Check {

    private final Pool pool;
    private final IngestorConfig config;
    private final Pace pace;

    ClockCheck(Pool pool, IngestorConfig config, Pace pace) {
        this.pool = pool;
        this.config = config;
        this.pace = pace;
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public Finding find() {
        var gap = ClockGap.judge(ahead());
        var simulated = config.simulated();
        if (gap.status() != Finding.Status.PASS || (simulated.start().isEmpty() && simulated.speed() == 1)) {
            return gap;
        }
        return Finding.warn(
                "fetching lives in simulated time, now %s; this machine is %s".formatted(pace.now(), gap.detail()),
                "Unset FLEXLEDGER_SIMULATED_START and FLEXLEDGER_SIMULATED_SPEED for real work.");
    }

    /** Half of what the question took is taken off. */
    private Duration ahead() {
        var before = Instant.now();
        var there = pool.query("select clock_timestamp()")
                .executeAndAwait()
                .iterator()
                .next()
                .getOffsetDateTime(0)
                .toInstant();
        var after = Instant.now();
        return Duration.between(
                there, before.plus(Duration.between(before, after).dividedBy(2)));
    }
}
