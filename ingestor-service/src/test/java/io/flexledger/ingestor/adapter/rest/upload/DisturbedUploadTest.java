package io.flexledger.ingestor.adapter.rest.upload;

import static io.flexledger.ingestor.FlexText.report;
import static io.flexledger.ingestor.adapter.rest.Sent.newAccount;
import static io.flexledger.ingestor.adapter.rest.Sent.post;
import static io.flexledger.testing.Patience.await;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.flexledger.ingestor.artifact.Sha256;
import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackResource.class)
class DisturbedUploadTest {

    @Test
    void fileSentByManyAtOnceIsTakenOnce() throws InterruptedException, ExecutionException {
        var account = newAccount();
        var file = report().statement(account, "20250717")
                .statement(account, "20250718")
                .toString();
        var start = new CountDownLatch(1);
        var codes = new ArrayList<Integer>();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 12; i++) {
                answers.add(senders.submit(() -> {
                    start.await();
                    return post(file).extract().statusCode();
                }));
            }
            start.countDown();
            for (var answer : answers) {
                codes.add(answer.get());
            }
        }

        assertThat(codes).containsOnly(200, 201).containsOnlyOnce(201);
        given().get("/ingestion/files/" + Sha256.of(file.getBytes(UTF_8)))
                .then()
                .body("statements.outcome", contains("NEW", "NEW"));
        given().get("/ingestion/chain").then().body("intact", equalTo(true));
    }

    @Test
    void senderThatHangsUpLeavesOnlyItsRun() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.getOutputStream()
                    .write("POST /ingestion/files?name=cut.xml HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n<Flex"
                            .getBytes(UTF_8));
            await().untilAsserted(() -> newestRun()
                    .body("items[0].file_name", equalTo("cut.xml"))
                    .body("items[0].status", equalTo("started")));
        }

        await().untilAsserted(() -> newestRun()
                .body("items[0].status", equalTo("failed"))
                .body("items[0].error_code", equalTo("UPLOAD_INTERRUPTED"))
                .body("items[0].file_sha256", nullValue()));
    }

    private static ValidatableResponse newestRun() {
        return given().queryParam("limit", 1).get("/ingestion/runs").then();
    }
}
