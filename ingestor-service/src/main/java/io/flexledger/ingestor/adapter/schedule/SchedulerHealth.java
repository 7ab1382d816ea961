package io.flexledger.ingestor.adapter.schedule;

import io.flexledger.ingestor.IngestorConfig;
import io.flexledger.web.health.ComponentHealth;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether due jobs are looked for; its age is that of the last look. */
@ApplicationScoped
class SchedulerHealth implements ComponentHealth {

    private static final int MISSED = 6;
    private static final Duration LEAST = Duration.ofMinutes(2);

    private final IngestorConfig config;
    private volatile @Nullable Instant looked;

    SchedulerHealth(IngestorConfig config) {
        this.config = config;
    }

    void looked(Instant at) {
        looked = at;
    }

    @Override
    public String name() {
        return "scheduler";
    }

    @Override
    public Finding find() {
        return judge(Instant.now());
    }

    Finding judge(Instant now) {
        if (!config.schedule().enabled()) {
            return Finding.disabled("jobs are started by others");
        }
        var last = looked;
        if (last == null) {
            return Finding.unknown("no look yet");
        }
        var limit = config.schedule().every().multipliedBy(MISSED);
        var patience = limit.compareTo(LEAST) > 0 ? limit : LEAST;
        return Duration.between(last, now).compareTo(patience) > 0
                ? Finding.down(last, "due jobs are not looked for any more")
                : Finding.up(last);
    }
}
