package io.flexledger.web.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.time.Duration;

/** The caller is wrong; answered as {@code application/problem+json} with a stable code and a next step. */
public final class ProblemException extends HttpProblem {

    private static final long serialVersionUID = 1L;

    ProblemException(ProblemKind kind, String detail) {
        super(problem(kind, detail));
    }

    /** @param retryAfter rounded up to whole seconds, at least one */
    ProblemException(ProblemKind kind, String detail, Duration retryAfter) {
        super(problem(kind, detail)
                .withHeader(
                        "Retry-After", Math.max(1, retryAfter.plusMillis(999).toSeconds())));
    }

    private static HttpProblem.Builder problem(ProblemKind kind, String detail) {
        return HttpProblem.builder()
                .withType(URI.create("urn:flexledger:problem:" + kind.slug()))
                .withTitle(kind.wording().title())
                .withStatus(kind.wording().status())
                .withDetail(detail)
                .with("code", kind.name())
                .with("nextStep", kind.wording().nextStep());
    }
}
