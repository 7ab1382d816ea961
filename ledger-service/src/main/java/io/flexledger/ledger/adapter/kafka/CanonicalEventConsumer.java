package io.flexledger.ledger.adapter.kafka;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.Topics;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.ledger.LedgerProjector;
import io.flexledger.transport.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A batch of facts, one transaction: redelivery is dropped by the inbox, an outage waited out, a bug stops the channel. */
@ApplicationScoped
class CanonicalEventConsumer {

    private final Inbox inbox;
    private final LedgerProjector projector;

    CanonicalEventConsumer(Inbox inbox, LedgerProjector projector) {
        this.inbox = inbox;
        this.projector = projector;
    }

    @Incoming(Topics.Names.CANONICAL_EVENT)
    @Blocking // in order: batches on virtual threads overtake one another, and the inbox would drop the slower one
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.process(
                records,
                (tx, fresh) -> projector.apply(
                        tx,
                        fresh.stream()
                                .map(record -> ContractJson.read(record.value(), CanonicalEvent.class))
                                .toList()));
    }
}
