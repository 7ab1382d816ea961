package io.flexledger.report.adapter.rest;

import static io.flexledger.report.adapter.rest.Calls.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.flexledger.report.Published;
import io.flexledger.report.ReportProjector;
import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An account the ledger cannot book is seen, with the reason, beside those that have days. */
@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(WaitingLedger.class)
class WaitingAccountsTest {

    private final Published published;

    @Inject
    WaitingAccountsTest(Pool pool, ReportProjector projector) {
        this.published = new Published(pool, projector);
    }

    @BeforeEach
    void nothing() {
        published.clear();
    }

    @Test
    void areListedBesideTheOthers() {
        published.apply(Published.goldenDays());

        get("/api/accounts")
                .statusCode(200)
                .body("account", equalTo(List.of("U1000001", "U9")))
                .body("[0].last", equalTo("2025-07-18"))
                .body("[0].waiting", nullValue())
                .body("[1].days", equalTo(0))
                .body("[1].waiting.from", equalTo("2025-07-17"))
                .body("[1].waiting.reason", equalTo("no rate from <EUR> to HKD on 2025-07-17"));
        for (var path : List.of("/accounts", "/")) {
            assertThat(page(path))
                    .contains("U1000001", "U9 waits from 2025-07-17 on:")
                    .contains("no rate from &lt;EUR&gt; to HKD on 2025-07-17")
                    .doesNotContain("U8", "is not known");
        }
    }

    @Test
    void areSeenWhereNoAccountHasADay() {
        assertThat(page("/")).contains("U9 waits", "none yet").doesNotContain("Nothing here yet");
    }

    private static String page(String path) {
        return given().redirects()
                .follow(false)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
