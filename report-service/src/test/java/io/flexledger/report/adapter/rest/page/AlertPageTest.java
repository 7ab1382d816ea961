package io.flexledger.report.adapter.rest.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flexledger.contracts.alert.Alert.Kind;
import io.flexledger.report.AlertDesk;
import io.flexledger.report.Published;
import io.flexledger.report.ReportProjector;
import io.flexledger.report.adapter.rest.Alerted;
import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages say of alerts, without a script and in a real browser. */
@QuarkusTest
@WithTestResource(StackResource.class)
class AlertPageTest {

    private final Published published;
    private final Alerted alerted;

    @Inject
    AlertPageTest(Pool pool, ReportProjector reports, AlertDesk desk) {
        this.published = new Published(pool, reports);
        this.alerted = new Alerted(pool, desk);
    }

    @BeforeEach
    void goldenDays() {
        published.clear();
        alerted.clear();
        published.apply(Published.goldenDays());
    }

    @AfterEach
    void nothing() {
        alerted.clear();
    }

    private static String page(String path) {
        return given().get(path).then().statusCode(200).extract().asString();
    }

    @Test
    void nothingIsSaidWhereThereIsNothing() {
        assertThat(page("/alerts")).contains("Nothing wants your attention.", "None yet.");
        assertThat(page("/summary")).contains("id=\"alerts\"").doesNotContain("open alert");
    }

    @Test
    void openOnesComeFirstInWords() {
        var over = alerted.alert(Kind.GATEWAY_DOWN, null, "the gateway is <away>", 1);
        alerted.store(over.ended(Instant.parse("2025-07-18T15:00:00Z")));
        var cushion = alerted.alert(Kind.MARGIN_CUSHION, "U1000001", "the cushion is small", 2);

        var page = page("/alerts");
        assertThat(page)
                .contains("Critical</span> the cushion is small", "Margin cushion · U1000001")
                .contains("<b>Next step:</b> Do something about it.")
                .contains("action=\"/alerts/" + cushion.id() + "/acknowledge\"")
                .contains("Warning: <a href=\"/accounts\"", "the gateway is &lt;away&gt;")
                .contains("Over since 23:00 HKT, July 18 / 11:00 EDT, July 18.");
        assertThat(page.indexOf("the cushion is small")).isLessThan(page.indexOf("Acknowledged and past"));
        assertThat(page.indexOf("the gateway is")).isGreaterThan(page.indexOf("Acknowledged and past"));
    }

    @Test
    void aFormAcknowledgesWithoutAScript() {
        var alert = alerted.alert(Kind.ASSIGNMENT, "U1000001", "assigned", 1);
        given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .post("/alerts/" + alert.id() + "/acknowledge")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/alerts#alert-" + alert.id()));
        assertThat(page("/alerts")).contains("Nothing wants your attention.", "Acknowledged, ");
        given().post("/alerts/" + UUID.randomUUID() + "/acknowledge").then().statusCode(404);
        given().post("/alerts/none/acknowledge").then().statusCode(404);
        given().header("Sec-Fetch-Site", "cross-site")
                .post("/alerts/" + alert.id() + "/acknowledge")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/days/2025-07-18",
                "/summary",
                "/accounts",
                "/trace/U1000001/2025-07-18/story/3/impact",
                "/alerts/banner"
            })
    void everyPageSaysHowManyAreOpen(String path) {
        for (int i = 1; i <= 4; i++) {
            alerted.alert(Kind.ASSIGNMENT, "U1000001", "assigned " + i, i);
        }
        assertThat(page(path))
                .contains("<b>4 open alerts</b>", "assigned 4", "assigned 2", "and 1 more")
                .doesNotContain("assigned 1");
    }

    @Test
    void aDocumentSaysNothingOfThem() {
        var path = "/api/reports/daily/2025-07-18.html";
        var before = page(path);
        alerted.alert(Kind.ASSIGNMENT, "U1000001", "assigned", 1);
        assertThat(page(path)).isEqualTo(before);
    }

    @Test
    void isToldToAnOpenPage() throws Exception {
        var program = Browser.find();
        assumeTrue(program.isPresent(), "no Chromium on this machine: alerts are not looked at");
        try (var browser = new Browser(program.orElseThrow())) {
            for (var path : List.of("/summary", "/days/2025-07-18", "/alerts")) {
                alerted.clear();
                browser.open(url(path), 1280, "light", "screen");
                browser.evaluate("window.loadedOnce = true");
                Thread.sleep(500); // the stream is opening
                alerted.alert(Kind.MARGIN_CUSHION, "U1000001", "the cushion is small", 1);
                browser.await("document.getElementById('content').textContent.includes('the cushion is small')");
                assertThat(browser.evaluate("window.loadedOnce").asBoolean()).isTrue();
            }
            var button = "document.querySelector('.alert form button')";
            browser.evaluate(button + ".focus()");
            browser.evaluate(button + ".click()");
            browser.await("document.readyState === 'complete' && location.hash.startsWith('#alert-')"
                    + " && document.getElementById('content').textContent.includes('Acknowledged, ')");
            assertThat(browser.complaints()).doesNotContain("exceptionThrown").doesNotContain("TypeError");
        }
    }

    @Test
    void fitsEveryScreen() throws Exception {
        var program = Browser.find();
        assumeTrue(program.isPresent(), "no Chromium on this machine: alerts are not looked at");
        var lengthy = "The statement u1000001-month-to-date-with-a-long-name of U1000001 could not be fetched";
        alerted.alert(Kind.RUN_FAILED, "U1000001", lengthy, 1);
        alerted.store(alerted.alert(Kind.GATEWAY_DOWN, null, "The gateway main is not heard", 2)
                .ended(Instant.parse("2025-07-18T15:00:00Z")));
        alerted.alert(Kind.MARGIN_CUSHION, "U1000001", "Margin cushion of U1000001 is below 10.0 %", 3);
        try (var browser = new Browser(program.orElseThrow())) {
            for (var scheme : List.of("light", "dark")) {
                for (var width : List.of(1280, 360)) {
                    for (var path : List.of("/alerts", "/days/2025-07-18")) {
                        browser.open(url(path), width, scheme, "screen");
                        var name = "alerts" + path.replace('/', '-') + "-" + width + "-" + scheme + ".png";
                        browser.picture(Path.of("target", "pages", name));
                        assertThat(browser.evaluate("document.documentElement.scrollWidth")
                                        .asInt())
                                .as("%s at %d", path, width)
                                .isLessThanOrEqualTo(width);
                        assertThat(browser.evaluate(BrowserTest.FAINT).asText()).isEmpty();
                    }
                }
            }
        }
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + RestAssured.port + path;
    }
}
