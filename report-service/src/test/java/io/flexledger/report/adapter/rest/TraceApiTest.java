package io.flexledger.report.adapter.rest;

import static io.flexledger.report.adapter.rest.Calls.get;
import static io.flexledger.report.adapter.rest.Calls.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.flexledger.report.Published;
import io.flexledger.report.ReportProjector;
import io.flexledger.report.live.GatewaySays;
import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a figure to its row, over HTTP, on the golden days. */
@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(Keepers.class)
class TraceApiTest {

    private final Published published;

    @Inject
    TraceApiTest(Pool pool, ReportProjector projector) {
        this.published = new Published(pool, projector);
    }

    @BeforeEach
    void goldenDays() {
        published.clear();
        published.apply(Published.goldenDays());
        published.apply(List.of(Published.position("U1000001", 1, "5")));
    }

    @Test
    void leadsFromAFigureToTheRow() {
        get("/api/trace/U1000001/2025-07-18/story/3/impact")
                .statusCode(200)
                .body("figure.amount", equalTo("-1145.44"))
                .body("formula", equalTo("-146.00 USD (exactly -146.0027) * 7.84532 = -1,145.44 HKD"))
                .body("factors.name", hasItems("Total in USD", "rate USD to HKD"))
                .body("entries", hasSize(1))
                .body("entries[0].sources[0].place.section", equalTo("Trades"))
                .body("entries[0].sources[0].row.status", equalTo("found"))
                .body("entries[0].sources[0].row.value.attributes.transactionID", equalTo("3951405190"))
                .body("entries[0].sources[0].row.value.byteOffset", equalTo(1234));
    }

    @Test
    void keepsThePlaceOfWhatItCannotFetch() {
        // Row 2 is not there; the ingestor does not answer.
        get("/api/trace/U1000001/2025-07-18/story/2/impact")
                .statusCode(200)
                .body("entries[0].sources[0].row.status", equalTo("missing"))
                .body("entries[0].sources[0].row.service", equalTo("mapper-service"))
                .body("entries[0].sources[0].statement.status", equalTo("unavailable"))
                .body("entries[0].sources[0].statement.service", equalTo("ingestor-service"))
                .body("entries[0].sources[0].place.artifact", equalTo("5e".repeat(32)));
    }

    @Test
    void leadsFromALiveFigureToTheGatewaysMessage() {
        published.apply(List.of(GatewaySays.value("U1000001", "2025-07-21", "2025-07-21T10:30:05", "100730")
                .says()));

        get("/api/trace/U1000001/2025-07-21/story/close/live")
                .statusCode(200)
                .body("figure.amount", equalTo("100730.00"))
                .body("snapshots[0].kind", equalTo("LIVE"))
                .body("snapshots[0].sources[0].row.status", equalTo("found"))
                .body("snapshots[0].sources[0].row.value.attributes.'field 3'", equalTo("NetLiquidation"))
                .body("snapshots[0].sources[0].row.value.byteLength", equalTo(4))
                .body("snapshots[0].sources[0].statement.value.properties.sha256", equalTo("fa".repeat(32)));
        assertThat(get("/trace/U1000001/2025-07-21/story/close/live").extract().asString())
                .contains("Message 4712, NetLiquidation, of the gateway", "field 3", "fa".repeat(32));
    }

    @Test
    void doesNotAskAServiceThatFailedAgain() {
        // The second sell is row 5, at which the mapper fails.
        get("/api/trace/U1000001/2025-07-18/story/4/impact")
                .body("entries[0].sources[0].row.status", equalTo("found"))
                .body("entries[1].sources[0].row.status", equalTo("unavailable"))
                .body("entries[1].sources[0].row.reason", equalTo("answered 503"));
    }

    @Test
    void takesAnEncodedName() {
        given().urlEncodingEnabled(false)
                .get("/api/trace/U1000001%2F2025-07-18%2Fstory%2F3%2Fimpact")
                .then()
                .statusCode(200)
                .body("figure.amount", equalTo("-1145.44"));
    }

    @Test
    void resolvesEveryFigureTheApiShows() {
        var names = new HashSet<String>();
        for (var path : List.of(
                "/api/reports/daily/2025-07-17",
                "/api/reports/daily/2025-07-18",
                "/api/reports/summary",
                "/api/nav",
                "/api/trades")) {
            var matcher = Pattern.compile("U1000001/2025-07-1[678]/[A-Za-z0-9._:~/-]+")
                    .matcher(given().get(path).asString());
            while (matcher.find()) {
                names.add(matcher.group());
            }
        }
        assertThat(names).hasSizeGreaterThan(150);
        assertThat(names.stream()
                        .filter(name -> given().get("/api/trace/" + name).statusCode() != 200))
                .isEmpty();
    }

    @Test
    void knowsNoOtherFigure() {
        problem(get("/api/trace/U1000001/2025-07-18/story/99/impact"), 404, "FIGURE_NOT_FOUND");
        problem(get("/api/trace/nonsense"), 404, "FIGURE_NOT_FOUND");
    }
}
