package io.flexledger.transport.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "40P01", "53300", "53100", "57P01", "57P02", "57P03", "58030", "25006"})
    void isWhatTheDatabaseRecoversFrom(String sqlState) {
        assertThat(Outage.caused(database(sqlState))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "22003", "57014", "28P01", "P0001"})
    void isNotWhatAPersonHasToRepair(String sqlState) {
        assertThat(Outage.caused(database(sqlState))).isFalse();
    }

    @Test
    void isALostOrUnobtainableConnection() {
        assertThat(Outage.caused(ClosedConnectionException.INSTANCE)).isTrue();
        assertThat(Outage.caused(new CompletionException(new ConnectException("refused"))))
                .isTrue();
        assertThat(Outage.caused(new NoStackTraceThrowable("Timeout"))).isTrue();
        assertThat(Outage.caused(new CompletionException(
                        new NoStackTraceThrowable("Connection is not active now, current status: CLOSED"))))
                .isTrue();
        assertThat(Outage.caused(new DisconnectException())).isTrue();
    }

    @Test
    void isNeverABug() {
        assertThat(Outage.caused(new IllegalStateException("Timeout"))).isFalse();
        assertThat(Outage.caused(new RecordTooLargeException())).isFalse();
    }

    @Test
    void isNamedByItsInnermostCauseWithoutTheMessage() {
        assertThat(Outage.name(new CompletionException("secret", new ConnectException("host"))))
                .isEqualTo("ConnectException");
        assertThat(Outage.name(new IllegalStateException(database("57P03")))).isEqualTo("PgException 57P03");
    }

    private static PgException database(String sqlState) {
        return new PgException("message", "FATAL", sqlState, "detail");
    }
}
