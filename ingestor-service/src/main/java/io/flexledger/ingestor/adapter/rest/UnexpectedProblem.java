package io.flexledger.ingestor.adapter.rest;

import io.flexledger.transport.outage.Outage;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.vertx.sqlclient.DatabaseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.URI;
import java.util.UUID;

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
            return HttpProblem.builder(ProblemType.UNAVAILABLE.because("the database did not answer"))
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

    /** A full disk or a sender that hangs up is an I/O failure, too, and not the database's. */
    private static boolean isDatabaseAway(Throwable failure) {
        return Outage.caused(failure) && hasDriver(failure);
    }

    private static boolean hasDriver(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseException
                    || cause.getClass().getName().startsWith("io.vertx.")
                    || cause instanceof ConnectException) {
                return true;
            }
        }
        return false;
    }
}
