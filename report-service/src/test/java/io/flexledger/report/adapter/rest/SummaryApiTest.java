package io.flexledger.report.adapter.rest;

import static io.flexledger.report.adapter.rest.Calls.get;
import static io.flexledger.report.adapter.rest.Calls.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.report.Published;
import io.flexledger.report.ReportProjector;
import io.flexledger.report.day.DayScenario;
import io.flexledger.report.day.GoldenDays;
import io.flexledger.report.day.Market;
import io.flexledger.report.day.Statements;
import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The summary over HTTP, on the golden days. */
@QuarkusTest
@WithTestResource(StackResource.class)
class SummaryApiTest {

    private final Published published;

    @Inject
    SummaryApiTest(Pool pool, ReportProjector projector) {
        this.published = new Published(pool, projector);
    }

    @BeforeEach
    void goldenDays() {
        published.clear();
        published.apply(Published.goldenDays());
        published.apply(List.of(Published.position("U1000001", 1, "5")));
    }

    @Test
    void hasARowPerDay() {
        get("/api/reports/summary?from=2025-07-17&to=2025-07-18")
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("account", equalTo("U1000001"))
                .body("baseCurrency", equalTo("HKD"))
                .body("days.date", equalTo(List.of("2025-07-17", "2025-07-18")))
                .body("days[0].openingNav.amount", equalTo("79498.68"))
                .body("days[0].openingNav.currency", equalTo("HKD"))
                .body("days[0].netCashFlow.amount", equalTo("0.00"))
                .body("days[0].grossPnl.amount", equalTo("301.90"))
                .body("days[0].commissions.amount", equalTo("-45.77"))
                .body("days[0].netPnlPercent", equalTo("0.32"))
                .body("days[0].twrPercent", equalTo("0.322180309"))
                .body("days[0].closingNav.amount", equalTo("79754.81"))
                .body("days[0].unexplained.amount", equalTo("0.00"))
                .body("days[0].assignment", equalTo(""))
                .body("days[1].assignment", equalTo("A"))
                .body("days[1].figures.closing", equalTo("U1000001/2025-07-18/summary/closing"))
                .body("totals.netPnl.amount", equalTo("-267.65"))
                .body("twrPercent", equalTo("-0.336672525"));
    }

    @Test
    void endsWithTheLiveDay() {
        published.apply(List.of(live("2025-07-21", "79300")));

        get("/api/reports/summary")
                .body("days.date", hasItem("2025-07-21"))
                .body("days[-1].provisional", equalTo(true))
                .body("days[-1].openingNav.amount", equalTo("79231.03"))
                .body("days[-1].closingNav.amount", equalTo("79300.00"))
                .body("days[-1].unexplained", nullValue())
                .body("days[-1].figures.closing", equalTo("U1000001/2025-07-21/summary/closing"));
        get("/api/trace/U1000001/2025-07-21/summary/closing").body("figure.amount", equalTo("79300.00"));
        get("/api/accounts").body("[0].last", equalTo("2025-07-18"));
    }

    @Test
    void leavesOutALiveDayThatALaterReportContains() {
        var before = get("/api/reports/summary").extract().asString();
        var saturday = live("2025-07-19", "79300");
        published.apply(List.of(live("2025-07-18", "79240"), live("2025-07-16", "79000"), saturday));
        get("/api/reports/summary").body("days.date", hasItem("2025-07-19"));
        published.apply(Published.projections(DayScenario.on("U1000001", "2025-07-21")
                .calculated("79231.031383276", "79221.031383276", Map.of("cash", "79221.031383276"))
                .statedOnly("otherFees", "-10")
                .day()));

        get("/api/reports/summary")
                .body("days.date", equalTo(List.of("2025-07-16", "2025-07-17", "2025-07-18", "2025-07-21")))
                .body("days[-1].openingNav.amount", equalTo("79231.03"));
        assertThat(get("/api/reports/summary?to=2025-07-19").extract().asString())
                .isEqualTo(before);
        get("/api/reports/daily/2025-07-20").body("detail", endsWith("the nearest are 2025-07-18 and 2025-07-21"));
    }

    @Test
    void tellsWhereTheBrokerStatesAnotherReturn() {
        var days = GoldenDays.tuned();
        published.apply(List.of(
                Statements.returning(Objects.requireNonNull(days.july17().official()), "0.322180309"),
                Statements.returning(Objects.requireNonNull(days.july18().official()), "-0.5")));

        get("/api/reports/summary?from=2025-07-17")
                .body("days[0].brokerTwrPercent", equalTo("0.322180309"))
                .body("days[0].twrGap", nullValue())
                .body("days[1].brokerTwrPercent", equalTo("-0.500000000"))
                .body("days[1].twrGap", equalTo("-0.156736956"));
        assertThat(get("/summary").extract().asString())
                .contains("<b>Return of 2025-07-18:</b> -0.66", "the broker states -0.50")
                .doesNotContain("Return of 2025-07-17");
    }

    /** Figures of the golden day, the live one left out. */
    @Test
    void isThereForTheNewestDayAlone() {
        published.apply(List.of(live("2025-07-21", "79300")));

        get("/api/flex-query/portfolio-summary")
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("account", equalTo("U1000001"))
                .body("date", equalTo("2025-07-18"))
                .body("baseCurrency", equalTo("HKD"))
                .body("standing", equalTo("official"))
                .body("nav.amount", equalTo("79231.03"))
                .body("openingNav.amount", equalTo("79754.81"))
                .body("netCashFlow.amount", equalTo("0.00"))
                .body("dayChange.amount", equalTo("-523.78"))
                .body("dayChangePercent", equalTo("-0.66"))
                .body("cash.currency", equalTo("HKD"))
                .body("positionsValue.currency", equalTo("HKD"));
        problem(get("/api/flex-query/portfolio-summary?account=U9"), 404, "ACCOUNT_NOT_FOUND");
    }

    @Test
    void mayBeEmpty() {
        get("/api/reports/summary?from=2024-01-01&to=2024-01-31")
                .statusCode(200)
                .body("days", hasSize(0))
                .body("twrPercent", equalTo("0.000000000"));
    }

    @Test
    void refusesWhatIsNoDate() {
        problem(get("/api/reports/summary?from=yesterday"), 400, "BAD_DATE");
    }

    private static NavSnapshot live(String date, String total) {
        return new NavSnapshot(
                AccountId.of("U1000001"),
                LocalDate.parse(date),
                NavSnapshot.Kind.LIVE,
                Market.newYork(date + "T10:00:00"),
                1,
                Market.hkd(total),
                null,
                new TreeMap<>(),
                new TreeMap<>(),
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of());
    }
}
