package io.flexledger.report;

import io.flexledger.contracts.CloudEvent;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.Topics;
import io.flexledger.contracts.alert.Alert;
import io.flexledger.contracts.alert.Alert.Acknowledgement;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.report.adapter.db.AlertTable;
import io.flexledger.report.adapter.db.DeliveryTable;
import io.flexledger.report.adapter.db.Notices;
import io.flexledger.report.alert.AlertSearch;
import io.flexledger.report.alert.Finding;
import io.flexledger.report.alert.Spells;
import io.flexledger.report.alert.Watch.Look;
import io.flexledger.report.delivery.Delivery;
import io.flexledger.report.live.Notice;
import io.flexledger.report.narrative.Clocks;
import io.flexledger.transport.Outbox;
import io.flexledger.transport.OutgoingRecord;
import io.flexledger.transport.Transactions;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Where alerts are kept, told and acknowledged. Each change leaves as a record, with the transaction that makes it. */
@ApplicationScoped
public class AlertDesk {

    private static final Logger LOG = Logger.getLogger(AlertDesk.class);

    /** Longer than anything that ended may go on after, patience counted in. */
    private static final Duration LATELY = Duration.ofDays(1);

    private final Pool pool;
    private final AlertTable alerts;
    private final DeliveryTable sent;
    private final Deliveries deliveries;
    private final Outbox outbox;
    private final Notices notices;
    private final ReportConfig config;

    AlertDesk(
            Pool pool,
            AlertTable alerts,
            DeliveryTable sent,
            Deliveries deliveries,
            Outbox outbox,
            Notices notices,
            ReportConfig config) {
        this.pool = pool;
        this.alerts = alerts;
        this.sent = sent;
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.notices = notices;
        this.config = config;
    }

    /** What a look changes, stored, published and given out to be sent. */
    Spells.Step take(SqlConnection tx, Spells spells, Look look, Instant now) {
        var ids = look.findings().stream()
                .filter(finding -> !finding.subject().kind().lasts())
                .map(Finding::id)
                .toList();
        var step = spells.after(look, alerts.lockRelevant(tx, ids, now.minus(LATELY)), now);
        publish(
                tx,
                Stream.concat(step.raised().stream(), step.changed().stream()).toList());
        step.raised().forEach(alert -> deliveries.add(tx, alert));
        return step;
    }

    private void publish(SqlConnection tx, Collection<Alert> changed) {
        var saved = alerts.save(tx, changed);
        outbox.add(tx, saved.stream().map(AlertDesk::record).toList());
        tell(tx, saved);
    }

    private void tell(SqlClient tx, Collection<Alert> changed) {
        notices.tell(
                tx, changed.stream().map(alert -> new Notice.Alert(alert.id())).toList());
    }

    private static OutgoingRecord record(Alert alert) {
        return new OutgoingRecord(
                Topics.ALERT.topic(),
                alert.id().toString(),
                ContractJson.write(alert),
                CloudEvent.of(alert).headers(CloudEvent.JSON));
    }

    /** From the topic: the newest version counts, and what is known is no news. */
    @SuppressWarnings("ConstantValue") // the client's types do not say that a value may be absent
    public void readBack(SqlClient tx, List<ConsumerRecord<String, byte[]>> records) {
        var told = records.stream()
                .filter(record -> record.value() != null)
                .map(record -> ContractJson.read(record.value(), Alert.class))
                .toList();
        tell(tx, alerts.save(tx, told));
    }

    /**
     * An alert, and how far its telling is.
     *
     * @param deliveries one of each channel that was on when it was raised
     * @param clocks     its account is told by
     */
    public record Shown(Alert alert, List<Delivery> deliveries, Clocks clocks) {

        public Shown {
            deliveries = List.copyOf(deliveries);
        }
    }

    /** Newest first. */
    public List<Shown> list(AlertSearch search, int limit) {
        return shown(alerts.list(pool, search, limit));
    }

    public Optional<Shown> find(UUID id) {
        return alerts.find(pool, id).map(alert -> shown(List.of(alert)).getFirst());
    }

    /** How many are open, of an account or of all. */
    public long open(@Nullable AccountId account) {
        return alerts.open(pool, account);
    }

    private List<Shown> shown(List<Alert> all) {
        var of = sent.of(pool, all.stream().map(Alert::id).toList());
        return all.stream()
                .map(alert -> new Shown(alert, of.getOrDefault(alert.id(), List.of()), clocks(alert)))
                .toList();
    }

    private Clocks clocks(Alert alert) {
        var account = alert.account();
        return account == null
                ? new Clocks(config.display().marketZone(), config.display().zone())
                : AccountSettings.of(config, account).clocks();
    }

    /** A second time changes nothing; empty where there is no such alert. */
    public Optional<Shown> acknowledge(UUID id, @Nullable String by, @Nullable String note) {
        var changed = new AtomicReference<Alert>();
        Transactions.run(
                pool,
                tx -> alerts.lock(tx, id)
                        .filter(alert -> alert.acknowledged() == null)
                        .map(alert -> alert.acknowledged(new Acknowledgement(now(), by, note)))
                        .ifPresent(alert -> {
                            publish(tx, List.of(alert));
                            changed.set(alert);
                        }));
        outbox.wake();
        var alert = changed.get();
        if (alert != null) {
            LOG.infof("Alert acknowledged: alert=%s kind=%s", alert.id(), alert.kind());
        }
        return find(id);
    }

    /** As precise as anybody needs, and as every store keeps. */
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
