package io.flexledger.ingestor.fetch;

import io.flexledger.ingestor.flex.FlexProblem;
import io.flexledger.ingestor.flex.Reaction;
import org.jspecify.annotations.Nullable;

/**
 * Why a report could not be fetched.
 *
 * @param reaction   the class of what the broker said last
 * @param cause      the broker's {@code <ErrorCode>}, or the name of a fault below it; absent where neither was the last
 * @param detail     one or two sentences; never a token
 * @param nextStep   what a person does now, in one sentence
 */
public record FlexFailure(
        FlexProblem problem, Reaction reaction, @Nullable String cause, String detail, String nextStep, Rest rest) {

    static FlexFailure fatal(FlexProblem problem, Reaction reaction, String detail, String nextStep) {
        return new FlexFailure(problem, reaction, null, detail, nextStep, Rest.NONE);
    }
}
