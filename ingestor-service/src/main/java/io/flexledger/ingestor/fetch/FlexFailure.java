package io.flexledger.ingestor.fetch;

import io.flexledger.ingestor.flex.FlexProblem;
import io.flexledger.ingestor.flex.Reaction;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a report could not be fetched.
 *
 * @param reaction   the class of what the broker said last
 * @param brokerCode as in {@code <ErrorCode>}; absent where the broker said none
 * @param detail     one or two sentences; never a token
 * @param nextStep   what a person does now, in one sentence
 * @param pause      how long the query should rest; zero where another try does no harm
 * @param ofToken    whether all queries with the same token should rest
 */
public record FlexFailure(
        FlexProblem problem,
        Reaction reaction,
        @Nullable String brokerCode,
        String detail,
        String nextStep,
        Duration pause,
        boolean ofToken) {

    static FlexFailure fatal(FlexProblem problem, Reaction reaction, String detail, String nextStep) {
        return new FlexFailure(problem, reaction, null, detail, nextStep, Duration.ZERO, false);
    }
}
