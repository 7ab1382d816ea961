package io.flexledger.web.problem;

import com.google.errorprone.annotations.Immutable;
import java.time.Duration;
import java.util.Locale;

/**
 * Something a caller can get wrong; a service's kinds are the constants of one enum. The names are stable: clients and
 * runbooks rely on them. Each is explained on a page named like it, as in {@code docs/problems/run-not-found.md}.
 */
public interface ProblemKind {

    /** The code a client reads, for example {@code RUN_NOT_FOUND}; an enum has it already. */
    String name();

    /** What every answer of this kind says. */
    Wording wording();

    /** To be thrown, with what was found: {@code throw RUN_NOT_FOUND.because("no run 7")}. */
    default ProblemException because(String detail) {
        return new ProblemException(this, detail);
    }

    /** The same, with when it makes sense to try again. */
    default ProblemException because(String detail, Duration retryAfter) {
        return new ProblemException(this, detail, retryAfter);
    }

    /** Name of the page that explains it. */
    default String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * What is the same in every answer of one kind.
     *
     * @param status   of the answer, 400 or above
     * @param nextStep what a person does now, in one sentence
     */
    @Immutable
    record Wording(int status, String title, String nextStep) {

        public Wording {
            if (status < 400) {
                throw new IllegalArgumentException("a problem's status is 400 or above: " + status);
            }
        }
    }
}
