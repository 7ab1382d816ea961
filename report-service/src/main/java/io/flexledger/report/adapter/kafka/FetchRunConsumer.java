package io.flexledger.report.adapter.kafka;

import io.flexledger.contracts.Topics;
import io.flexledger.report.FetchRunProjector;
import io.flexledger.transport.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** How fetching went: a batch, one transaction. */
@ApplicationScoped
class FetchRunConsumer {

    private final Inbox inbox;
    private final FetchRunProjector projector;

    FetchRunConsumer(Inbox inbox, FetchRunProjector projector) {
        this.inbox = inbox;
        this.projector = projector;
    }

    @Incoming(Topics.Names.FETCH_RUN)
    @Blocking
    void runs(ConsumerRecords<String, byte[]> records) {
        inbox.process(records, projector::runs);
    }
}
