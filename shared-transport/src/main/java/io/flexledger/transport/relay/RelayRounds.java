package io.flexledger.transport.relay;

import io.flexledger.transport.Lease;
import io.flexledger.transport.OutboxTable;
import io.flexledger.transport.OutboxTable.Lane;
import io.flexledger.transport.OutboxTable.Queued;
import io.flexledger.transport.outage.Part;
import io.flexledger.transport.outage.Troubles;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What the leading relay does: read the head of the queue, send it, delete what was acknowledged. */
final class RelayRounds implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RelayRounds.class);

    private final Lease lease;
    private final RelayConfig config;
    private final Map<String, Object> broker;
    private final Troubles troubles;
    private final BooleanSupplier stopping;

    /** Made for the first record, so that a service that sends nothing needs no producer. */
    private @Nullable RecordSender sender;

    private final Set<Lane> held = new HashSet<>();
    private final Set<Long> reported = new HashSet<>();
    private long retryHeldAt;

    RelayRounds(
            Lease lease, RelayConfig config, Map<String, Object> broker, Troubles troubles, BooleanSupplier stopping) {
        this.lease = lease;
        this.config = config;
        this.broker = broker;
        this.troubles = troubles;
        this.stopping = stopping;
    }

    /** Returns how many records left the outbox. */
    int next() throws InterruptedException {
        if (!held.isEmpty() && System.nanoTime() - retryHeldAt >= 0) {
            held.clear();
        }
        List<Queued> round = OutboxTable.head(lease.connection(), config.batchRecords(), config.batchBytes(), held);
        int delivered = round.isEmpty() ? 0 : deliver(round);
        if (held.isEmpty()) {
            troubles.over(Part.OUTBOX);
        }
        troubles.over(Part.BROKER);
        return delivered;
    }

    private int deliver(List<Queued> round) throws InterruptedException {
        Receipts receipts = sender().send(round, this::endure);
        if (!receipts.delivered().isEmpty()) {
            OutboxTable.delete(lease.connection(), receipts.delivered());
        }
        receipts.refused().forEach(this::hold);
        if (receipts.failure() != null) {
            throw receipts.failure();
        }
        return receipts.delivered().size();
    }

    /** The lane waits behind its refused record; the others go on. */
    private void hold(Queued refused, Throwable reason) {
        held.add(refused.lane());
        retryHeldAt = System.nanoTime() + config.refusedRetry().toNanos();
        if (reported.add(refused.id())) {
            LOG.errorf(
                    "Record refused by the broker, its key is held back: id=%d topic=%s key=%s error=%s",
                    refused.id(),
                    refused.record().topic(),
                    refused.record().key(),
                    reason.getClass().getSimpleName());
        }
        troubles.stopped(Part.OUTBOX, reason);
    }

    private void endure(Exception silence) {
        if (stopping.getAsBoolean()) {
            throw new IllegalStateException("stopped while waiting for the broker", silence);
        }
        troubles.waiting(Part.BROKER, silence);
        lease.check();
    }

    private RecordSender sender() {
        if (sender == null) {
            sender = new RecordSender(broker, config.compression());
        }
        return sender;
    }

    @Override
    public void close() {
        if (sender != null) {
            sender.close();
        }
    }
}
