package io.flexledger.ingestor;

import static io.flexledger.ingestor.adapter.rest.Sent.newAccount;
import static io.flexledger.ingestor.adapter.rest.Sent.newReport;
import static io.flexledger.ingestor.adapter.rest.Sent.post;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The tables' own triggers are lifted here, as somebody with the right to do so could; each change is undone. */
@QuarkusTest
@WithTestResource(StackResource.class)
class ChainCheckTest {

    private final Pool pool;

    @Inject
    ChainCheckTest(Pool pool) {
        this.pool = pool;
    }

    @Test
    void everythingIsAsItWasReceived() {
        String link = post(newReport(newAccount())).statusCode(201).extract().path("file.link");

        given().get("/ingestion/chain")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true))
                .body("files", greaterThanOrEqualTo(1))
                .body("artifacts", greaterThanOrEqualTo(1))
                .body("head", equalTo(link))
                .body("altered", nullValue());
    }

    @Nested
    class FirstAlteredPlace {

        private String file = "";
        private String artifact = "";
        private int position;

        @BeforeEach
        void keepOneFile() {
            var kept = post(newReport(newAccount())).statusCode(201).extract();
            file = kept.path("file.sha256");
            artifact = kept.path("statements[0].artifact");
            position = kept.path("file.position");
        }

        @Test
        void isTheFileWithAnAlteredByte() {
            Buffer bytes = one("select bytes from received_chunk where file_id = $1", file)
                    .getBuffer(0)
                    .getDelegate();
            var altered = bytes.copy().setByte(bytes.length() / 2, (byte) ~bytes.getByte(bytes.length() / 2));

            assertFound(
                    tx -> update(tx, "update received_chunk set bytes = $2 where file_id = $1", file, altered),
                    tx -> update(tx, "update received_chunk set bytes = $2 where file_id = $1", file, bytes),
                    "its bytes do not have its hash");
        }

        @Test
        void isTheFileWithAnotherSize() {
            assertFound(
                    tx -> update(tx, "update received_file set size = size + $2 where id = $1", file, 1L),
                    tx -> update(tx, "update received_file set size = size - $2 where id = $1", file, 1L),
                    "its link is not what its hash and size make");
        }

        @Test
        void isTheFileThatContinuesAnotherLink() {
            String before = one("select previous_link from received_file where id = $1", file)
                    .getString(0);

            assertFound(
                    tx -> update(tx, "update received_file set previous_link = $2 where id = $1", file, "f".repeat(64)),
                    tx -> update(tx, "update received_file set previous_link = $2 where id = $1", file, before),
                    "it does not continue the link before it");
        }

        @Test
        void isTheStatementWithAnAlteredByte() {
            Buffer value = one("select value from raw_artifact where id = $1", artifact)
                    .getBuffer(0)
                    .getDelegate();
            var altered = value.copy().setByte(value.length() / 2, (byte) ~value.getByte(value.length() / 2));
            withoutTriggers(tx -> update(tx, "update raw_artifact set value = $2 where id = $1", artifact, altered));
            try {
                given().get("/ingestion/chain")
                        .then()
                        .body("intact", equalTo(false))
                        .body("altered.artifact", equalTo(artifact))
                        .body("altered.reason", equalTo("the bytes do not have this hash"));
            } finally {
                withoutTriggers(tx -> update(tx, "update raw_artifact set value = $2 where id = $1", artifact, value));
            }
        }

        private void assertFound(Consumer<SqlConnection> change, Consumer<SqlConnection> undo, String reason) {
            withoutTriggers(change);
            try {
                given().get("/ingestion/chain")
                        .then()
                        .statusCode(200)
                        .body("intact", equalTo(false))
                        .body("files", equalTo(position - 1))
                        .body("altered.position", equalTo(position))
                        .body("altered.file", equalTo(file))
                        .body("altered.reason", equalTo(reason));
            } finally {
                withoutTriggers(undo);
            }
        }
    }

    private Row one(String query, String id) {
        return pool.preparedQuery(query)
                .executeAndAwait(Tuple.of(id))
                .iterator()
                .next();
    }

    private void withoutTriggers(Consumer<SqlConnection> change) {
        var tables = List.of("received_file", "received_chunk", "raw_artifact");
        var tx = pool.getConnectionAndAwait();
        try {
            tables.forEach(table ->
                    tx.query("alter table " + table + " disable trigger user").executeAndAwait());
            change.accept(tx);
        } finally {
            tables.forEach(table ->
                    tx.query("alter table " + table + " enable trigger user").executeAndAwait());
            tx.closeAndAwait();
        }
    }

    private static void update(SqlConnection tx, String sql, String id, Object value) {
        tx.preparedQuery(sql).executeAndAwait(Tuple.of(id, value));
    }
}
