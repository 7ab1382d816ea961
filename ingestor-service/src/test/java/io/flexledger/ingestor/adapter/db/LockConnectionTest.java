package io.flexledger.ingestor.adapter.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The locks of a machine that is gone are given up after 10 s of silence and 3 questions 5 s apart. */
@QuarkusTest
@WithTestResource(StackResource.class)
class LockConnectionTest {

    private final Pool pool;

    @Inject
    LockConnectionTest(Pool pool) {
        this.pool = pool;
    }

    @ParameterizedTest
    @CsvSource({"tcp_keepalives_idle, 10", "tcp_keepalives_interval, 5", "tcp_keepalives_count, 3"})
    void isAskedForAnswers(String setting, String value) {
        var shown = pool.query("show " + setting).executeAndAwait();

        assertThat(shown.iterator().next().getString(0)).isEqualTo(value);
    }
}
