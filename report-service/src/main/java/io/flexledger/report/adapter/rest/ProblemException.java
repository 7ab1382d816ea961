package io.flexledger.report.adapter.rest;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;

/** The caller is wrong; answered as {@code application/problem+json} with a stable code and a next step. */
public final class ProblemException extends HttpProblem {

    private static final long serialVersionUID = 1L;

    ProblemException(ProblemType type, String detail) {
        super(HttpProblem.builder()
                .withType(URI.create("urn:flexledger:problem:" + type.slug()))
                .withTitle(type.title())
                .withStatus(type.status())
                .withDetail(detail)
                .with("code", type.name())
                .with("nextStep", type.nextStep()));
    }
}
