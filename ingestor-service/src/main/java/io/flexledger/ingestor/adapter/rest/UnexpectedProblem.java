package io.flexledger.ingestor.adapter.rest;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.UUID;

/** We are wrong: the caller learns a number that finds the stack trace in the log, and nothing else. */
@ApplicationScoped
class UnexpectedProblem implements ProblemPostProcessor {

    private static final int BEFORE_LOGGING = 102;

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getStatusCode() != 500) {
            return problem;
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
}
