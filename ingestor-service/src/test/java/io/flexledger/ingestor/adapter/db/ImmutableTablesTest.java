package io.flexledger.ingestor.adapter.db;

import static io.flexledger.ingestor.adapter.rest.Sent.newAccount;
import static io.flexledger.ingestor.adapter.rest.Sent.newReport;
import static io.flexledger.ingestor.adapter.rest.Sent.post;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(StackResource.class)
class ImmutableTablesTest {

    private final Pool pool;

    @Inject
    ImmutableTablesTest(Pool pool) {
        this.pool = pool;
    }

    @BeforeEach
    void keepOneFile() {
        post(newReport(newAccount())).statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update received_file set name = 'x'",
                "delete from received_file",
                "truncate received_file cascade",
                "update received_chunk set bytes = ''",
                "delete from received_chunk",
                "truncate received_chunk",
                "update raw_artifact set period = 'x'",
                "delete from raw_artifact",
                "truncate raw_artifact cascade"
            })
    void refuseEveryChange(String change) {
        assertThatThrownBy(() -> pool.query(change).executeAndAwait())
                .hasMessageContaining("rows are kept as they were received");
    }
}
