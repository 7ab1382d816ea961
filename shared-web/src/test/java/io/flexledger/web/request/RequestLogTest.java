package io.flexledger.web.request;

import static io.flexledger.testing.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackResource.class)
class RequestLogTest {

    private static final Logger LOG = Logger.getLogger(RequestLog.class.getName());

    private final Lines lines = new Lines();

    @BeforeEach
    void listen() {
        LOG.addHandler(lines);
    }

    @AfterEach
    void leave() {
        LOG.removeHandler(lines);
    }

    @Test
    void isOneLineWithoutQueryAndBody() {
        given().header("X-Request-Id", "job-7")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .queryParam("token", "query-secret")
                .body("body-secret")
                .post("/provoke/caller")
                .then()
                .statusCode(405)
                .header("X-Request-Id", "job-7");

        assertThat(untilLast())
                .singleElement()
                .asString()
                .matches("Request: method=POST path=/provoke/caller status=405 ms=\\d+ request=job-7"
                        + " trace=4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void namesARequestThatHasNoNameOfItsOwn() {
        given().header("X-Request-Id", "no good")
                .get("/no-such-page")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));

        assertThat(untilLast())
                .singleElement()
                .asString()
                .contains("status=404")
                .endsWith("trace=-");
    }

    @Test
    void leavesOutWhatMachinesAskFor() {
        given().get("/metrics").then().statusCode(200);
        given().get("/q/health/ready");
        given().get("/q/health");

        assertThat(untilLast()).isEmpty();
    }

    @Test
    void staysOnOneLineWhateverThePath() {
        assertThat(RequestLog.printable("/a\u001b[31m\r\nb")).isEqualTo("/a?[31m??b");
        assertThat(RequestLog.printable("/" + "x".repeat(500))).hasSize(203).endsWith("x...");
    }

    /** The line is written after the answer, so a last request is waited for. */
    private List<String> untilLast() {
        given().header("X-Request-Id", "last").get("/health").then().header("X-Request-Id", equalTo("last"));
        await().until(() -> lines.texts.stream().anyMatch(line -> line.contains("request=last")));
        return lines.texts.stream()
                .filter(line -> !line.contains("request=last"))
                .toList();
    }

    private static final class Lines extends Handler {

        private final List<String> texts = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            texts.add(new PatternFormatter("%s").format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
