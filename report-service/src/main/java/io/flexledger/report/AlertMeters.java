package io.flexledger.report;

import io.flexledger.contracts.alert.Alert;
import io.flexledger.contracts.alert.Alert.Kind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What is measured of alerts: how many are open, by every replica, and how many this one raised. */
@ApplicationScoped
public class AlertMeters {

    private final Map<Kind, AtomicLong> open = new EnumMap<>(Kind.class);
    private final Map<Kind, Counter> raised = new EnumMap<>(Kind.class);

    AlertMeters(MeterRegistry meters) {
        for (var kind : Kind.values()) {
            var tags = Tags.of("kind", kind.name().toLowerCase(Locale.ROOT));
            var count = new AtomicLong();
            meters.gauge("ledger.alerts.open", tags, count, AtomicLong::get);
            open.put(kind, count);
            raised.put(kind, meters.counter("ledger.alerts.raised", tags));
        }
    }

    void open(Map<Kind, Long> counts) {
        open.forEach((kind, count) -> count.set(counts.getOrDefault(kind, 0L)));
    }

    void raised(Collection<Alert> alerts) {
        for (var alert : alerts) {
            var counter = raised.get(alert.kind());
            if (counter != null) {
                counter.increment();
            }
        }
    }
}
