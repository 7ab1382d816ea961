package io.flexledger.report.adapter.kafka;

import io.flexledger.contracts.Topics;
import io.flexledger.report.AlertDesk;
import io.flexledger.transport.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What this service told itself, so that a new schema knows what was told and acknowledged. */
@ApplicationScoped
class AlertConsumer {

    private final Inbox inbox;
    private final AlertDesk desk;

    AlertConsumer(Inbox inbox, AlertDesk desk) {
        this.inbox = inbox;
        this.desk = desk;
    }

    @Incoming(Topics.Names.ALERT)
    @Blocking
    void alerts(ConsumerRecords<String, byte[]> records) {
        inbox.process(records, desk::readBack);
    }
}
