package io.flexledger.report.adapter.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.report.Published;
import io.flexledger.report.ReportProjector;
import io.flexledger.report.day.DayScenario;
import io.flexledger.report.day.GoldenDays;
import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every endpoint over HTTP, on the golden days. */
@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(Keepers.class)
class ReportApiTest {

    private final Published published;

    @Inject
    ReportApiTest(Pool pool, ReportProjector projector) {
        this.published = new Published(pool, projector);
    }

    @BeforeEach
    void goldenDays() {
        published.clear();
        published.apply(Published.goldenDays());
        published.apply(List.of(Published.position("U1000001", 1, "5")));
    }

    private static ValidatableResponse get(String path, Object... arguments) {
        return given().redirects().follow(false).get(path, arguments).then();
    }

    private static void problem(ValidatableResponse response, int status, String code) {
        response.statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("nextStep", notNullValue());
    }

    private void secondAccount() {
        published.apply(Published.projections(DayScenario.on("U2", "2025-07-18")
                .calculated("100", "90", Map.of("cash", "90"))
                .statedOnly("otherFees", "-10")
                .day()));
    }

    @Nested
    class Accounts {

        @Test
        void areListedWithTheirDays() {
            get("/api/accounts")
                    .statusCode(200)
                    .body("", hasSize(1))
                    .body("[0].account", equalTo("U1000001"))
                    .body("[0].baseCurrency", equalTo("HKD"))
                    .body("[0].first", equalTo("2025-07-16"))
                    .body("[0].last", equalTo("2025-07-18"))
                    .body("[0].days", equalTo(3));
        }

        @Test
        void theHashIsOneOfAllReadModels() {
            get("/api/projection-hash").statusCode(200).body("sha256", matchesPattern("[0-9a-f]{64}"));
        }

        @Test
        void mustBeNamedWhereThereAreSeveral() {
            secondAccount();

            for (var path : List.of(
                    "/api/reports/daily/2025-07-18",
                    "/api/reports/summary",
                    "/api/nav",
                    "/api/positions",
                    "/api/lots",
                    "/api/trades")) {
                problem(get(path), 400, "ACCOUNT_AMBIGUOUS");
                get(path + "?account=U2").statusCode(200);
                problem(get(path + "?account=U3"), 404, "ACCOUNT_NOT_FOUND");
            }
            get("/api/reports/summary").body("detail", containsString("U1000001, U2"));
        }

        @Test
        void thereAreNoneAtFirst() {
            published.clear();
            problem(get("/api/reports/summary"), 404, "ACCOUNT_NOT_FOUND");
        }
    }

    @Nested
    class DailyReport {

        @Test
        void isJsonForAnyone() {
            get("/api/reports/daily/2025-07-17")
                    .statusCode(200)
                    .contentType("application/json")
                    .body("schema", equalTo("day-report.v1"))
                    .body("sections[0].blocks[1].title", equalTo("Day Trades"))
                    .body("sections[0].blocks[1].impact.amount", equalTo("-96.46"))
                    .body("sections[0].blocks[1].impact.currency", equalTo("HKD"))
                    .body("sections[0].blocks[1].impact.figure", equalTo("U1000001/2025-07-17/story/1/impact"));
        }

        @Test
        void isWhatTheCallerAccepts() {
            given().accept("text/markdown")
                    .get("/api/reports/daily/2025-07-17")
                    .then()
                    .statusCode(200)
                    .contentType(startsWith("text/markdown"))
                    .body(startsWith("### **US Trading Day: Thursday, July 17, 2025**"))
                    .body(containsString("79,498.68 - 96.46 = **79,402.22 HKD**"));
            given().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                    .get("/api/reports/daily/2025-07-17")
                    .then()
                    .statusCode(200)
                    .contentType(startsWith("text/html"))
                    .body(containsString("Day Trades"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"2025-07-17.md", "2025-07-17?format=md", "2025-07-17.json?format=md"})
        void canBeAskedForByName(String path) {
            given().accept("application/json")
                    .get("/api/reports/daily/" + path)
                    .then()
                    .statusCode(200)
                    .contentType(startsWith("text/markdown"));
        }

        @Test
        void isTheSameBytesTwiceAndNotSentAgain() {
            var first = given().get("/api/reports/daily/2025-07-18");
            var second = given().get("/api/reports/daily/2025-07-18");
            assertThat(second.asByteArray()).isEqualTo(first.asByteArray());

            given().header("If-None-Match", first.header("ETag"))
                    .get("/api/reports/daily/2025-07-18")
                    .then()
                    .statusCode(304);
            assertThat(given().get("/api/reports/daily/2025-07-18.md").header("ETag"))
                    .isNotEqualTo(first.header("ETag"));
        }

        @Test
        void changesItsTagWithItsData() {
            var before = given().get("/api/reports/daily/2025-07-18").header("ETag");
            published.withdraw(GoldenDays.tuned().july18().entries().getLast());

            given().header("If-None-Match", before)
                    .get("/api/reports/daily/2025-07-18")
                    .then()
                    .statusCode(200);
        }

        @Test
        void namesTheNearestDays() {
            var response = get("/api/reports/daily/2025-07-19");
            problem(response, 404, "DAY_NOT_FOUND");
            response.body("detail", endsWith("the nearest are 2025-07-18"));

            published.apply(Published.projections(DayScenario.on("U1000001", "2025-07-21")
                    .calculated("100", "90", Map.of("cash", "90"))
                    .day()));
            get("/api/reports/daily/2025-07-20").body("detail", endsWith("the nearest are 2025-07-18 and 2025-07-21"));
        }

        @Test
        void refusesWhatIsNoDateAndNoFormat() {
            problem(get("/api/reports/daily/17.07.2025"), 400, "BAD_FORMAT");
            problem(get("/api/reports/daily/July"), 400, "BAD_DATE");
            problem(get("/api/reports/daily/2025-07-17?format=pdf"), 400, "BAD_FORMAT");
        }

        @Test
        void saysThatADayWithoutOfficialValueIsProvisional() {
            published.apply(Published.projections(DayScenario.on("U1000001", "2025-07-21")
                    .calculated("79231.031383276", "79221.031383276", Map.of("cash", "79221.031383276"))
                    .statedOnly("otherFees", "-10")
                    .day()));
            get("/api/reports/daily/2025-07-21")
                    .statusCode(200)
                    .body("provisional", equalTo(true))
                    .body("previousClose.nav.amount", equalTo("79231.03"))
                    .body("sections[0].blocks[1].officialClosingNav", nullValue());
            get("/api/reports/daily/2025-07-21.md")
                    .body(containsString("> Provisional: the broker's official net asset value"));
        }
    }

    @Nested
    class SummaryReport {

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
                    .body("days[-1].figures", aMapWithSize(0));
            get("/api/accounts").body("[0].last", equalTo("2025-07-18"));
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
                    DayScenario.newYork(date + "T10:00:00"),
                    1,
                    DayScenario.hkd(total),
                    null,
                    new TreeMap<>(),
                    new TreeMap<>(),
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        }
    }

    @Nested
    class Values {

        @Test
        void areListedByDateAndKind() {
            get("/api/nav?from=2025-07-17")
                    .statusCode(200)
                    .body("items", hasSize(4))
                    .body("items[0].kind", equalTo("calculated"))
                    .body("items[1].kind", equalTo("official"))
                    .body("items[1].total.amount", equalTo("79754.810699235"))
                    .body("items[1].total.currency", equalTo("HKD"))
                    .body("items[1].components.options.amount", equalTo("-31.3964"))
                    .body("items[1].figures.total", equalTo("U1000001/2025-07-17/nav/official/total"))
                    .body("items[1].asOf", equalTo("2025-07-17T20:00:00Z"));
        }

        @Test
        void areFilteredByKind() {
            get("/api/nav?kind=official").body("items.kind", not(hasItem("calculated")));
            problem(get("/api/nav?kind=guess"), 400, "BAD_KIND");
        }
    }

    @Nested
    class Positions {

        @Test
        void ofNowHaveTheirLots() {
            get("/api/positions")
                    .statusCode(200)
                    .body("items", hasSize(1))
                    .body("items[0].instrument", equalTo("conid:SPY"))
                    .body("items[0].quantity", equalTo("5"))
                    .body("items[0].value.amount", equalTo("3050"))
                    .body("items[0].costBasis.amount", equalTo("3001"))
                    .body("items[0].unrealized.amount", equalTo("49"))
                    .body("items[0].lots", hasSize(1));
        }

        @Test
        void ofADayAreThoseOfItsClose() {
            get("/api/positions?as_of=2025-07-17")
                    .statusCode(200)
                    .body("asOf", equalTo("2025-07-17"))
                    .body("items.name", equalTo(List.of("SPY 626 Put", "SPY 628 Call")))
                    .body("items[1].value.amount", equalTo("-4"))
                    .body("items[1].valueInBase.amount", equalTo("-31.3964"))
                    .body("items[1].unrealized.amount", equalTo("14.13356"));
            get("/api/positions?as_of=2025-07-20")
                    .body("asOf", equalTo("2025-07-18"))
                    .body("items", hasSize(0));
            problem(get("/api/positions?as_of=2020-01-01"), 404, "DAY_NOT_FOUND");
        }

        @Test
        void lotsAreFoundByEntryAndExit() {
            get("/api/lots?entry_from=2025-07-18")
                    .statusCode(200)
                    .body("items", hasSize(4))
                    .body("items.symbol", hasItems("SPY"));
            get("/api/lots?exit_from=2025-07-17&exit_to=2025-07-17")
                    .body("items", hasSize(2))
                    .body("items.realizedBroker.amount", hasItems("-2.73009", "-3.73009"))
                    .body("items[0].exitDate", equalTo("2025-07-17"));
            get("/api/lots?limit=3").body("items", hasSize(3)).body("next", equalTo(3));
            get("/api/lots?limit=3&offset=6").body("items", hasSize(2)).body("next", nullValue());
            problem(get("/api/lots?limit=none"), 400, "INVALID_PAGINATION");
        }
    }

    @Nested
    class Trades {

        @Test
        void areExecutionsNewestFirst() {
            get("/api/trades")
                    .statusCode(200)
                    .body("items", hasSize(9))
                    .body("items[0].transactionId", equalTo("3952403413"))
                    .body("items[0].executedAt", equalTo("2025-07-18T14:32:41Z"))
                    .body("items[0].side", equalTo("SELL"))
                    .body("items[0].quantity", equalTo("-1"))
                    .body("items[0].price.amount", equalTo("0.37"))
                    .body("items[0].price.currency", equalTo("USD"))
                    .body("items[0].rate.rate", equalTo("7.8472"))
                    .body("items[0].rate.source", equalTo("ROW"))
                    .body("items[0].figure", startsWith("U1000001/2025-07-18/entries/"))
                    .body("next", nullValue());
        }

        @Test
        void areFiltered() {
            get("/api/trades?account_id=U1000001&start_date=2025-07-17&end_date=2025-07-17")
                    .body("items", hasSize(6));
            get("/api/trades?symbol=SPY").body("items", hasSize(9)); // its options as well
            get("/api/trades?symbol={symbol}", "SPY   250717C00628000").body("items", hasSize(3));
            get("/api/trades?symbol=QQQ").body("items", hasSize(0));
        }

        @Test
        void comeInPagesWithoutGapOrRepetition() {
            var seen = new ArrayList<String>();
            String cursor = "";
            while (cursor != null) {
                var page = given().get("/api/trades?limit=4&cursor=" + cursor).jsonPath();
                seen.addAll(page.getList("items.transactionId"));
                cursor = page.getString("next");
            }
            assertThat(seen).hasSize(9).doesNotHaveDuplicates();
            assertThat(seen).isEqualTo(given().get("/api/trades").jsonPath().getList("items.transactionId"));
        }

        @Test
        void refuseABrokenPage() {
            problem(get("/api/trades?cursor=abc"), 400, "INVALID_PAGINATION");
            problem(get("/api/trades?limit=0"), 400, "INVALID_PAGINATION");
            problem(get("/api/trades?start_date=1"), 400, "BAD_DATE");
        }
    }

    @Nested
    class Tracing {

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

    @Nested
    class Pages {

        @Test
        void theRootLeadsToTheNewestDay() {
            get("/").statusCode(303).header("Location", endsWith("/days/2025-07-18"));
        }

        @Test
        void theRootAsksWhichAccount() {
            secondAccount();
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
        void aMistakeIsAPage() {
            get("/days/2025-07-19")
                    .statusCode(404)
                    .contentType("text/html;charset=UTF-8")
                    .body(containsString("the nearest are 2025-07-18"));
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

    @Test
    void everyEndpointIsDescribed() {
        Map<String, Map<String, Map<String, Object>>> paths =
                given().accept("application/json").get("/openapi").jsonPath().getMap("paths");

        assertThat(paths.keySet())
                .contains(
                        "/api/accounts",
                        "/api/projection-hash",
                        "/api/reports/daily/{date}",
                        "/api/reports/summary",
                        "/api/nav",
                        "/api/positions",
                        "/api/lots",
                        "/api/trades",
                        "/api/trace/{figureId}");
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
            if (path.startsWith("/api")) {
                assertThat(operation.get("summary")).as("%s %s", method, path).isNotNull();
                assertThat(String.valueOf(operation.get("responses")))
                        .as("%s %s", method, path)
                        .contains("200");
            }
        }));
    }
}
