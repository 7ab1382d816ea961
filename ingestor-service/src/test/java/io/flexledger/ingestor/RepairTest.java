package io.flexledger.ingestor;

import static io.flexledger.ingestor.adapter.rest.Sent.newAccount;
import static io.flexledger.ingestor.adapter.rest.Sent.newReport;
import static io.flexledger.ingestor.adapter.rest.Sent.post;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.flexledger.ingestor.intake.Archive;
import io.flexledger.ingestor.intake.Archive.Arrival;
import io.flexledger.ingestor.intake.Origin;
import io.flexledger.ingestor.intake.Spool;
import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a crash between keeping a file and scanning it leaves, and what becomes of it. */
@QuarkusTest
@WithTestResource(StackResource.class)
class RepairTest {

    private final Archive archive;
    private final Spool spool;
    private final Repair repair;

    @Inject
    RepairTest(Archive archive, Spool spool, Repair repair) {
        this.archive = archive;
        this.spool = spool;
        this.repair = repair;
    }

    @Test
    void fileThatWasOnlyKeptIsScannedAndPublished() throws IOException {
        var sha256 = keep(newReport(newAccount()));
        given().get("/ingestion/files/" + sha256)
                .then()
                .body("statements", hasSize(0))
                .body("remarks", contains("not searched for statements yet"));

        assertThat(repair.run()).isEqualTo(1);

        given().get("/ingestion/files/" + sha256).then().body("statements.outcome", contains("NEW"));
        given().queryParam("run_type", "reprocess")
                .queryParam("limit", 1)
                .get("/ingestion/runs")
                .then()
                .body("items[0].file_sha256", equalTo(sha256))
                .body("items[0].status", equalTo("success"))
                .body("items[0].new_count", equalTo(1));
        assertThat(repair.run()).isZero();
    }

    @Test
    void refusedFileIsFinishedToo() throws IOException {
        var sha256 = keep("no report " + newAccount());

        assertThat(repair.run()).isEqualTo(1);

        given().get("/ingestion/files/" + sha256).then().body("problems.code", contains("NOT_XML"));
        assertThat(repair.run()).isZero();
    }

    @Test
    void fileSentAgainIsFinishedByThat() throws IOException {
        var file = newReport(newAccount());
        keep(file);

        post(file).statusCode(201).body("statements.outcome", contains("NEW"));
        assertThat(repair.run()).isZero();
    }

    private String keep(String file) throws IOException {
        try (var content = spool.fill(new ByteArrayInputStream(file.getBytes(UTF_8)), Long.MAX_VALUE, limit -> {
            throw new AssertionError("no limit: " + limit);
        })) {
            return archive.keep(content, new Arrival(Origin.UPLOAD, "kept.xml", Instant.now(), Set.of()))
                    .sha256();
        }
    }
}
