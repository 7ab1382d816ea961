package io.flexledger.report.adapter.kafka;

import io.flexledger.contracts.Topics;
import io.flexledger.report.LiveProjector;
import io.flexledger.transport.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What the gateway says, before the ledger has told it, and what the ledger says of its fills: a batch, one transaction. */
@ApplicationScoped
class LiveConsumer {

    private final Inbox inbox;
    private final LiveProjector projector;

    LiveConsumer(Inbox inbox, LiveProjector projector) {
        this.inbox = inbox;
        this.projector = projector;
    }

    @Incoming(Topics.Names.GATEWAY_STATUS)
    @Blocking
    void statuses(ConsumerRecords<String, byte[]> records) {
        inbox.process(records, projector::statuses);
    }

    @Incoming(Topics.Names.CANONICAL_EVENT)
    @Blocking
    void facts(ConsumerRecords<String, byte[]> records) {
        inbox.process(records, projector::facts);
    }

    @Incoming(Topics.Names.FILL_STANDING)
    @Blocking
    void standings(ConsumerRecords<String, byte[]> records) {
        inbox.process(records, projector::standings);
    }
}
