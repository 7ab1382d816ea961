package io.flexledger.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.web.health.ComponentHealth.Status;
import io.flexledger.web.health.Health.Overall;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnreachableDatabaseTest {

    @Test
    void isDownAndTakesTheServiceWithIt() throws IOException {
        var vertx = Vertx.vertx();
        var pool = PgBuilder.pool()
                .connectingTo(new PgConnectOptions().setHost("127.0.0.1").setPort(closedPort()))
                .with(new PoolOptions())
                .using(vertx)
                .build();
        try {
            var overview = new Health(List.of(new DatabaseHealth(pool))).required();

            assertThat(overview.status()).isEqualTo(Overall.DOWN);
            assertThat(overview.httpStatus()).isEqualTo(503);
            var database = overview.components().get("database");
            assertThat(database).isNotNull();
            assertThat(database.status()).isEqualTo(Status.DOWN);
            assertThat(database.detail()).isEqualTo("ConnectException");
        } finally {
            pool.close().await().indefinitely();
            vertx.closeAndAwait();
        }
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
