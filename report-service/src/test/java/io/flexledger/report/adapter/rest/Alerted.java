package io.flexledger.report.adapter.rest;

import static io.flexledger.testing.Patience.await;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.alert.Alert;
import io.flexledger.contracts.alert.Alert.Kind;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.report.AlertDesk;
import io.flexledger.report.adapter.broker.Backlog;
import io.flexledger.transport.Outbox;
import io.quarkus.arc.Arc;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Alerts for tests that show them: put where they would be, as if they had been read back. */
public final class Alerted {

    private static final Instant AT = Instant.parse("2025-07-18T14:30:00Z");

    private final Pool pool;
    private final AlertDesk desk;

    public Alerted(Pool pool, AlertDesk desk) {
        this.pool = pool;
        this.desk = desk;
    }

    /** What was published before is back first, so that it does not come later. */
    public void clear() {
        var outbox = Arc.container().instance(Outbox.class).get();
        var backlog = Arc.container().instance(Backlog.class).get();
        await().until(() -> outbox.pending() == 0 && backlog.isRead());
        pool.query("truncate alert, alert_delivery").executeAndAwait();
    }

    /** The later, the newer. */
    public Alert alert(Kind kind, @Nullable String account, String title, int minutes) {
        var alert = new Alert(
                UUID.randomUUID(),
                1,
                kind,
                title,
                account == null ? null : AccountId.of(account),
                AT,
                AT.plusSeconds(60L * minutes),
                title,
                "What was seen of " + title + ".",
                "Do something about it.",
                "/accounts",
                null,
                null);
        store(alert);
        return alert;
    }

    public void store(Alert alert) {
        desk.readBack(
                pool, List.of(new ConsumerRecord<>("alert", 0, 0, alert.id().toString(), ContractJson.write(alert))));
    }
}
