package io.flexledger.mapper.adapter.kafka;

import io.flexledger.contracts.RawArtifact;
import io.flexledger.contracts.Topics;
import io.flexledger.mapper.ArtifactImport;
import io.flexledger.transport.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A statement, or a few, per transaction: redelivery is dropped by the inbox, an outage waited out. */
@ApplicationScoped
class RawArtifactConsumer {

    private final Inbox inbox;
    private final ArtifactImport imports;

    RawArtifactConsumer(Inbox inbox, ArtifactImport imports) {
        this.inbox = inbox;
        this.imports = imports;
    }

    /** Parsing is work for a processor, so a worker thread rather than a virtual one. */
    @Incoming(Topics.Names.RAW_ARTIFACT)
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.process(records, (tx, fresh) -> fresh.forEach(record -> take(tx, record)));
    }

    private void take(SqlConnection tx, ConsumerRecord<String, byte[]> record) {
        var headers = new HashMap<String, String>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        imports.take(tx, RawArtifact.fromHeaders(headers), record.value());
    }
}
