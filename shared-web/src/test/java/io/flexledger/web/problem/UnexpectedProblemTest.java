package io.flexledger.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnexpectedProblemTest {

    private final UnexpectedProblem processor = new UnexpectedProblem();

    static Stream<Throwable> away() {
        return Stream.of(
                new CompletionException(new ConnectException("Connection refused")),
                new CompletionException(ClosedConnectionException.INSTANCE),
                new PgException("terminating connection due to administrator command", "FATAL", "57P01", ""));
    }

    static Stream<Throwable> ours() {
        return Stream.of(
                new IllegalStateException("bug"),
                new IOException("No space left on device"),
                new ProcessingException(new ConnectException("another service is down")),
                new PgException("duplicate key", "ERROR", "23505", ""));
    }

    @ParameterizedTest
    @MethodSource("away")
    void callerComesBackWhenTheDatabaseIsAway(Throwable cause) {
        var problem = after(cause);

        assertThat(problem.getStatusCode()).isEqualTo(503);
        assertThat(problem.getParameters()).containsEntry("code", "UNAVAILABLE");
        assertThat(problem.getHeaders()).containsEntry("Retry-After", 5);
    }

    @ParameterizedTest
    @MethodSource("ours")
    void callerLearnsANumberWhenWeAreWrong(Throwable cause) {
        var problem = after(cause);

        assertThat(problem.getStatusCode()).isEqualTo(500);
        assertThat(problem.getDetail()).isNull();
        assertThat(problem.getInstance()).hasScheme("urn");
    }

    @Test
    void callersMistakeIsLeftAsItIs() {
        var mistake = KnownProblem.RUN_NOT_FOUND.because("no run 7");

        assertThat(processor.apply(mistake, ProblemContext.of(mistake, "/"))).isSameAs(mistake);
    }

    private HttpProblem after(Throwable cause) {
        return processor.apply(
                HttpProblem.valueOf(Status.INTERNAL_SERVER_ERROR, "details"), ProblemContext.of(cause, "/"));
    }
}
