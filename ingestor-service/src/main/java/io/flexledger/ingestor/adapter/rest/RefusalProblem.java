package io.flexledger.ingestor.adapter.rest;

import io.flexledger.ingestor.refusal.RefusalCode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.Map;

/** A file is wrong; answered in the form of a problem, like a caller's mistake. */
public final class RefusalProblem extends HttpProblem {

    private static final long serialVersionUID = 1L;

    private RefusalProblem(HttpProblem.Builder problem) {
        super(problem);
    }

    /** A file of which nothing was taken; {@code members} say which, and what was found in it. */
    public static RefusalProblem of(RefusalView refusal, Map<String, Object> members) {
        var problem = HttpProblem.builder()
                .withType(URI.create(refusal.type()))
                .withTitle(refusal.title())
                .withStatus(status(refusal.code()))
                .withDetail(refusal.detail())
                .with("code", refusal.code().name())
                .with("nextStep", refusal.nextStep());
        if (refusal.byteOffset() != null) {
            problem.with("byteOffset", refusal.byteOffset());
        }
        members.forEach(problem::with);
        if (refusal.code() == RefusalCode.FILE_TOO_LARGE) {
            problem.withHeader("Connection", "close"); // some of the body may still be on its way
        }
        return new RefusalProblem(problem);
    }

    private static int status(RefusalCode code) {
        return switch (code) {
            case UPLOAD_INTERRUPTED, INVALID_MULTIPART -> 400;
            case FILE_TOO_LARGE -> 413;
            default -> 422;
        };
    }
}
