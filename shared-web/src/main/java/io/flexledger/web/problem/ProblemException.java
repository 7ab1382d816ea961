package io.flexledger.web.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;

/** The caller is wrong; answered as {@code application/problem+json} with a stable code and a next step. */
public final class ProblemException extends HttpProblem {

    private static final long serialVersionUID = 1L;

    ProblemException(ProblemKind kind, String detail) {
        super(HttpProblem.builder()
                .withType(URI.create("urn:flexledger:problem:" + kind.slug()))
                .withTitle(kind.wording().title())
                .withStatus(kind.wording().status())
                .withDetail(detail)
                .with("code", kind.name())
                .with("nextStep", kind.wording().nextStep()));
    }
}
