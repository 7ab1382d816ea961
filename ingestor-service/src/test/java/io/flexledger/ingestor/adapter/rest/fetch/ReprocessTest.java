package io.flexledger.ingestor.adapter.rest.fetch;

import static io.flexledger.ingestor.FlexText.report;
import static io.flexledger.ingestor.FlexText.statementOf;
import static io.flexledger.ingestor.adapter.rest.Sent.newAccount;
import static io.flexledger.ingestor.adapter.rest.Sent.post;
import static io.flexledger.testing.Patience.await;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.flexledger.contracts.Topics;
import io.flexledger.testing.StackResource;
import io.flexledger.testing.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(StackResource.class)
class ReprocessTest {

    private final String account = newAccount();
    private final String query = "Query of " + account;

    @Test
    void aDayOfAQueryIsPublishedAgainInTheOrderItArrived() {
        var first = send("20250717", "20250717", ";042700");
        var second = send("20250701", "20250718", ";042700");
        var third = send("20250718", "20250718", ";042700");
        var later = send("20250701", "20250718", ";062700", "<Trade symbol='A'/>");

        var run = reprocess("2025-07-18", query);

        assertThat(run.getString("status")).isEqualTo("success");
        assertThat(run.getString("run_type")).isEqualTo("reprocess");
        assertThat(run.getString("origin")).isEqualTo("REPROCESS");
        assertThat(run.getInt("duplicate_count")).isEqualTo(3);
        assertThat(run.getInt("new_count")).isZero();
        assertThat(run.getInt("diagnostics[0].dedup_row_count")).isEqualTo(3);
        assertThat(published(7)).containsExactly(first, second, third, later, second, third, later);
    }

    @Test
    void aPeriodIsItselfAlone() {
        var month = send("20250701", "20250718", ";042700");
        var day = send("20250718", "20250718", ";042700");

        assertThat(reprocess("2025-07-01/2025-07-18", query).getInt("duplicate_count"))
                .isEqualTo(1);
        assertThat(published(3)).containsExactly(month, day, month);
    }

    /** More than one batch holds. */
    @Test
    void manyAreTakenInBatches() {
        var file = report().query(query);
        for (int i = 0; i < 450; i++) {
            file.statement(statementOf(account, "20250718", "20250719;042700", "<Trade n='" + i + "'/>"));
        }
        post(file.toString()).statusCode(201);

        assertThat(reprocess("2025-07-18", query).getInt("duplicate_count")).isEqualTo(450);
        var all = published(900);
        assertThat(all.subList(450, 900)).isEqualTo(all.subList(0, 450));
    }

    @Test
    void everythingIsPublishedAgainWhereNothingIsNamed() {
        var one = send("20250718", "20250718", ";042700");

        var run = ended(given().post("/ingestion/reprocess").then());

        assertThat(run.getString("status")).isEqualTo("success");
        assertThat(run.getInt("duplicate_count")).isPositive();
        assertThat(published(2)).containsExactly(one, one);
    }

    @Test
    void whatNobodyKnowsIsNothing() {
        assertThat(reprocess("1999-01-04", "nobody's").getInt("duplicate_count"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-07-18, ",
        ", Daily",
        "2025-7-18, Daily",
        "yesterday, Daily",
        "2025-07-18/2025-07-01, Daily",
        "2025-07-18/, Daily",
        "2025-07-01/2025-07-02/2025-07-03, Daily"
    })
    void aScopeThatIsNoneIsRefused(@Nullable String periodKey, @Nullable String queryId) {
        var request = given();
        if (periodKey != null) {
            request.queryParam("period_key", periodKey);
        }
        if (queryId != null) {
            request.queryParam("flex_query_id", queryId);
        }
        request.post("/ingestion/reprocess").then().statusCode(400).body("code", equalTo("INVALID_REPROCESS"));
    }

    private String send(String from, String to, String time) {
        return send(from, to, time, "<Trades />");
    }

    private String send(String from, String to, String time, String rows) {
        var statement =
                statementOf(account, from, "20250719" + time, rows).replace("toDate=\"" + from, "toDate=\"" + to);
        return post(report().query(query).statement(statement).toString())
                .statusCode(201)
                .extract()
                .path("statements[0].artifact");
    }

    private static JsonPath reprocess(String periodKey, String queryId) {
        return ended(given().queryParam("period_key", periodKey)
                .queryParam("flex_query_id", queryId)
                .post("/ingestion/reprocess")
                .then());
    }

    private static JsonPath ended(ValidatableResponse begun) {
        long run = begun.statusCode(202).extract().jsonPath().getLong("run_id");
        begun.header("Location", endsWith("/ingestion/runs/" + run));
        return await().until(
                        () -> given().get("/ingestion/runs/" + run).jsonPath(),
                        found -> !"started".equals(found.getString("status")));
    }

    /** Ids of the account's records; fails where they do not come, and shows what is too much. */
    private List<String> published(int expected) {
        var ids = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", TestStack.running().bootstrap()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.Names.RAW_ARTIFACT).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var deadline = Instant.now().plusSeconds(20);
            while (ids.size() < expected && Instant.now().isBefore(deadline)) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (record.key().equals(account)) {
                        ids.add(new String(record.headers().lastHeader("ce_id").value(), UTF_8));
                    }
                }
            }
        }
        return ids;
    }
}
