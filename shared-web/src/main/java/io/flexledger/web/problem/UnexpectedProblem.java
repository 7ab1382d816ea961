package io.flexledger.web.problem;

import io.flexledger.transport.outage.Outage;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.vertx.sqlclient.DatabaseException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.net.ConnectException;
import java.net.URI;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The caller is not wrong. When the database is away, the caller is told to come back; when we are wrong, the caller
 * learns a number that finds the stack trace in the log, and nothing else.
 */
@ApplicationScoped
class UnexpectedProblem implements ProblemPostProcessor {

    private static final int BEFORE_LOGGING = 102;
    private static final int RETRY_AFTER_SECONDS = 5;

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getStatusCode() != 500) {
            return problem;
        }
        if (isDatabaseAway(context.cause)) {
            return HttpProblem.builder(SharedProblemType.UNAVAILABLE.because("the database did not answer"))
                    .withHeader("Retry-After", RETRY_AFTER_SECONDS)
                    .build();
        }
        return HttpProblem.builder()
                .withTitle("Internal error")
                .withStatus(500)
                .withInstance(URI.create("urn:uuid:" + UUID.randomUUID()))
                .build();
    }

    @Override
    public int priority() {
        return BEFORE_LOGGING;
    }

    /** A full disk, a sender that hangs up or another service that is down is an outage, too, and not the database's. */
    private static boolean isDatabaseAway(Throwable failure) {
        return Outage.caused(failure)
                && isCausedBy(failure, UnexpectedProblem::isDriver)
                && !isCausedBy(failure, ProcessingException.class::isInstance);
    }

    private static boolean isDriver(Throwable cause) {
        return cause instanceof DatabaseException
                || cause instanceof ConnectException
                || cause.getClass().getName().startsWith("io.vertx.");
    }

    private static boolean isCausedBy(Throwable failure, Predicate<Throwable> cause) {
        for (Throwable next = failure; next != null; next = next.getCause()) {
            if (cause.test(next)) {
                return true;
            }
        }
        return false;
    }
}
