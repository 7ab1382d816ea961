package io.flexledger.report.adapter.kafka;

import io.flexledger.contracts.Topics;
import io.flexledger.report.ReportProjector;
import io.flexledger.transport.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What the ledger makes of days: a batch, one transaction. Blocking, so that batches of a channel stay in order. */
@ApplicationScoped
class LedgerConsumer {

    private final Inbox inbox;
    private final ReportProjector projector;

    LedgerConsumer(Inbox inbox, ReportProjector projector) {
        this.inbox = inbox;
        this.projector = projector;
    }

    @Incoming(Topics.Names.JOURNAL_ENTRY)
    @Blocking
    void entries(ConsumerRecords<String, byte[]> records) {
        inbox.process(records, projector::entries);
    }

    @Incoming(Topics.Names.POSITION_UPDATE)
    @Blocking
    void positions(ConsumerRecords<String, byte[]> records) {
        inbox.process(records, projector::positions);
    }

    @Incoming(Topics.Names.NAV_SNAPSHOT)
    @Blocking
    void navs(ConsumerRecords<String, byte[]> records) {
        inbox.process(records, projector::navs);
    }
}
