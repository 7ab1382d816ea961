package io.flexledger.report.adapter.rest;

import static io.flexledger.report.adapter.rest.Calls.get;
import static io.flexledger.report.adapter.rest.Calls.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.flexledger.report.Published;
import io.flexledger.report.ReportProjector;
import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is stored, over HTTP, on the golden days. */
@QuarkusTest
@WithTestResource(StackResource.class)
class HoldingsApiTest {

    private final Published published;

    @Inject
    HoldingsApiTest(Pool pool, ReportProjector projector) {
        this.published = new Published(pool, projector);
    }

    @BeforeEach
    void goldenDays() {
        published.clear();
        published.apply(Published.goldenDays());
        published.apply(List.of(Published.position("U1000001", 1, "5")));
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
            published.apply(Published.secondAccount());

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
}
