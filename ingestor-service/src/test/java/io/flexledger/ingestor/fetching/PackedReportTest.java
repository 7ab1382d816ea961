package io.flexledger.ingestor.fetching;

import static io.flexledger.testing.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.testing.StackResource;
import io.flexledger.testing.flex.fault.Fault;
import io.flexledger.testing.flex.service.Endpoint;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(PackedReports.class)
class PackedReportTest {

    /** Before anything of it is searched for statements, and at the first try. */
    @Test
    void whatIsTooLargeUnpackedEndsTheDownload() {
        PackedReports.simulator().next(Endpoint.GET_STATEMENT, Fault.gzip());

        long begun = given().post("/ingestion/run")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("run_id");
        var run = await().until(
                        () -> given().get("/ingestion/runs/" + begun).jsonPath(),
                        found -> !"started".equals(found.getString("status")));

        assertThat(run.getString("status")).isEqualTo("failed");
        assertThat(run.getString("error_code")).isEqualTo("FLEX_REQUEST");
        assertThat(run.getString("error_message"))
                .contains(Long.toString(PackedReports.LIMIT), "ingestor.max-file-size");
        assertThat(run.getString("next_step")).isEqualTo("Fetch a shorter period, or raise ingestor.max-file-size.");
        assertThat(run.getList("diagnostics.stage", String.class)).doesNotContain("persist", "publish");
        assertThat(run.getList("diagnostics.status", String.class)).doesNotContain("retrying");
    }
}
