package io.flexledger.ingestor.adapter.db;

import static io.flexledger.ingestor.FlexText.report;
import static io.flexledger.ingestor.FlexText.statementOf;
import static io.flexledger.ingestor.adapter.rest.Sent.newAccount;
import static io.flexledger.ingestor.adapter.rest.Sent.post;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import io.flexledger.contracts.RawArtifact;
import io.flexledger.contracts.Topics;
import io.flexledger.ingestor.artifact.Sha256;
import io.flexledger.testing.StackResource;
import io.flexledger.testing.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/** What reaches the topic, read with a plain consumer. */
@QuarkusTest
@WithTestResource(StackResource.class)
class PublishedRecordsTest {

    @Test
    void carryTheExactBytesAndWhatTheyAre() throws IOException {
        var account = newAccount();
        var statement = statementOf(account, "20250718", "20250719;042700", "<Trade symbol='Größe €'/>");
        post(report().query("Täglich").statement(statement).toString()).statusCode(201);

        var record = untilMarker(account).getFirst();

        assertThat(decompressed(record)).isEqualTo(statement.getBytes(UTF_8));
        assertThat(RawArtifact.fromHeaders(headers(record)))
                .extracting(
                        artifact -> artifact.id().sha256(),
                        artifact -> artifact.account().value(),
                        RawArtifact::query,
                        RawArtifact::kind,
                        RawArtifact::from,
                        RawArtifact::to,
                        RawArtifact::period,
                        RawArtifact::generatedAt,
                        RawArtifact::charset,
                        RawArtifact::size)
                .containsExactly(
                        Sha256.of(statement.getBytes(UTF_8)),
                        account,
                        "Täglich",
                        "AF",
                        LocalDate.parse("2025-07-18"),
                        LocalDate.parse("2025-07-18"),
                        "LastBusinessDay",
                        Instant.parse("2025-07-19T08:27:00Z"),
                        "UTF-8",
                        (long) statement.getBytes(UTF_8).length);
        assertThat(headers(record)).containsEntry("content-encoding", "zstd");
    }

    @Test
    void areOnePerStatementInTheOrderOfTheFileHoweverOftenItComes() throws IOException {
        var account = newAccount();
        var file = report();
        for (int day = 1; day <= 23; day++) {
            file.statement(account, "202507%02d".formatted(day));
        }
        post(file.toString()).statusCode(201);
        post(file.toString()).statusCode(200);
        post(file.toString().replace(";042700", ";052700")).statusCode(200);

        assertThat(untilMarker(account))
                .extracting(record ->
                        RawArtifact.fromHeaders(headers(record)).from().getDayOfMonth())
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23);
    }

    @Test
    void doNotComeFromAFileThatIsRefused() throws IOException {
        var account = newAccount();
        var whole = report().statement(account, "20250717")
                .statement(account, "20250718")
                .toString();
        post(whole.substring(0, whole.length() - 30)).statusCode(422);

        assertThat(untilMarker(account)).isEmpty();
    }

    /** Sends one more statement of the account, and returns what came before it: the topic keeps an account's order. */
    private static List<ConsumerRecord<String, byte[]>> untilMarker(String account) {
        var marker = report().query("marker")
                .statement(statementOf(account, "20200101", "20200102", ""))
                .toString();
        String id = post(marker).statusCode(201).extract().path("statements[0].artifact");
        var before = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = consumer()) {
            var deadline = Instant.now().plusSeconds(30);
            while (Instant.now().isBefore(deadline)) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (record.key().equals(account)) {
                        if (id.equals(headers(record).get("ce_id"))) {
                            return before;
                        }
                        before.add(record);
                    }
                }
            }
        }
        throw new AssertionError("the marker did not arrive; before it came " + before.size() + " records");
    }

    private static KafkaConsumer<String, byte[]> consumer() {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", TestStack.running().bootstrap()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(Topics.Names.RAW_ARTIFACT).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        var headers = new HashMap<String, String>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }

    private static byte[] decompressed(ConsumerRecord<String, byte[]> record) throws IOException {
        try (var zstd = new ZstdInputStream(new ByteArrayInputStream(record.value()))) {
            return zstd.readAllBytes();
        }
    }
}
