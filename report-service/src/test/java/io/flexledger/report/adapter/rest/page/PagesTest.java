package io.flexledger.report.adapter.rest.page;

import static io.flexledger.report.adapter.rest.Calls.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import io.flexledger.report.Published;
import io.flexledger.report.ReportProjector;
import io.flexledger.report.adapter.rest.Keepers;
import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages as they are sent, on the golden days. */
@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(Keepers.class)
class PagesTest {

    private final Published published;

    @Inject
    PagesTest(Pool pool, ReportProjector projector) {
        this.published = new Published(pool, projector);
    }

    @BeforeEach
    void goldenDays() {
        published.clear();
        published.apply(Published.goldenDays());
        published.apply(List.of(Published.position("U1000001", 1, "5")));
    }

    @Test
    void theRootLeadsToTheNewestDay() {
        get("/").statusCode(303).header("Location", endsWith("/days/2025-07-18"));
    }

    @Test
    void theRootAsksWhichAccount() {
        published.apply(Published.secondAccount());
        get("/").statusCode(200).body(allOf(containsString("U1000001"), containsString("?account=U2")));
        get("/?account=U2").statusCode(303).header("Location", endsWith("/days/2025-07-18?account=U2"));
    }

    @Test
    void theRootSaysWhatToDoWhenThereIsNothing() {
        published.clear();
        get("/").statusCode(200).body(containsString("Nothing here yet"));
    }

    @Test
    void aDayShowsItsStory() {
        var page = get("/days/2025-07-18")
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("ETag", notNullValue())
                .extract()
                .asString();

        assertThat(page)
                .contains("US Trading Day: Friday, July 18, 2025")
                .contains("id=\"block-3\"")
                .contains("href=\"/trace/U1000001/2025-07-18/story/3/impact\"")
                .contains("-146.00 USD (exactly -146.0027) * 7.84532")
                .contains("href=\"/days/2025-07-17?account=U1000001\"")
                .contains("What explains the difference")
                .contains("\"anchor\":\"close\"")
                .doesNotContain("https://");
    }

    @Test
    void aDayIsTheSameBytesTwice() {
        assertThat(given().get("/days/2025-07-18").asByteArray())
                .isEqualTo(given().get("/days/2025-07-18").asByteArray());
    }

    @Test
    void theSummaryLinksItsDaysAndFigures() {
        get("/summary")
                .statusCode(200)
                .body(containsString("href=\"/days/2025-07-18?account=U1000001\""))
                .body(containsString("href=\"/trace/U1000001/2025-07-18/summary/closing\""))
                .body(containsString("79,231.03"));
        get("/summary?from=2024-01-01&to=2024-01-02").body(containsString("No report day in this period"));
    }

    @Test
    void aTraceShowsTheRow() {
        get("/trace/U1000001/2025-07-18/story/3/impact")
                .statusCode(200)
                .body(containsString("-1,145.44 HKD"))
                .body(containsString("&lt;Trade transactionID=&quot;3951405190&quot;"))
                .body(containsString("bytes 1234 to 1290"))
                .body(containsString("unavailable: ingestor-service did not answer"));
    }

    @Test
    void aTraceShowsBothClocksAndWhoStatesTheRate() {
        get("/trace/U1000001/2025-07-17/story/1/impact")
                .body(containsString("00:46 HKT, July 18 / 12:46 EDT, July 17"))
                .body(containsString("own fxRateToBase"))
                .body(containsString("href=\"/days/2025-07-17?account=U1000001#block-1\""));
    }

    @Test
    void theSummaryShowsTheNetResult() {
        // 79,754.81 - 79,498.68, nothing paid in or out
        get("/summary").body(matchesPattern("(?s).*summary/net\" title=\"Where this comes from\">\\+256\\.13<.*"));
    }

    @Test
    void accountsAreListedWithTheirNewestDay() {
        published.apply(Published.secondAccount());
        get("/accounts")
                .statusCode(200)
                .body(containsString("href=\"/summary?account=U2\""))
                .body(containsString("href=\"/days/2025-07-18?account=U1000001\""))
                .body(containsString("is not known: the ledger-service did not answer."));
    }

    @Test
    void aDayWithoutReportOffersTheNearest() {
        get("/days/2025-07-19")
                .statusCode(404)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("No report day 2025-07-19 of U1000001 (the market was closed);"))
                .body(containsString("href=\"/days/2025-07-18?account=U1000001\""))
                .body(containsString("href=\"/summary?account=U1000001\""));
    }

    @Test
    void anAccountInDoubtIsAskedFor() {
        published.apply(Published.secondAccount());
        get("/days/2025-07-18").statusCode(400).body(containsString("href=\"/days/2025-07-18?account=U2\""));
        get("/summary?account=U3").statusCode(404).body(containsString("href=\"/summary?account=U1000001\""));
    }

    @Test
    void everyPageSaysWhatToDoWhenThereIsNothing() {
        published.clear();
        for (var path : List.of("/accounts", "/summary", "/days/2025-07-18", "/trace/U1/2025-07-18/story/1/impact")) {
            get(path).body(containsString("./ledger ingest file"));
        }
    }

    @Test
    void aMistakeIsAPage() {
        get("/days/x").statusCode(400).body(containsString("Write dates as 2025-07-17."));
        get("/trace/x").statusCode(404).body(containsString("No such figure"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/report.css",
                "/assets/keys.js",
                "/assets/chart.js",
                "/assets/icon.svg",
                "/_static/echarts/dist/echarts.common.min.js"
            })
    void whatPagesNeedIsServedHere(String path) {
        get(path).statusCode(200);
    }
}
