package io.flexledger.ingestor.fetch;

import io.flexledger.ingestor.fetch.Step.Ask;
import io.flexledger.ingestor.fetch.Step.Fetch;
import io.flexledger.ingestor.fetch.Step.GiveUp;
import io.flexledger.ingestor.fetch.Step.Receipt;
import io.flexledger.ingestor.flex.FlexAnswer;
import io.flexledger.ingestor.flex.FlexErrorCode;
import io.flexledger.ingestor.flex.FlexProblem;
import io.flexledger.ingestor.flex.Reaction;
import io.flexledger.ingestor.refusal.Refusal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides what follows on what the broker says, from the first request to the report or the end of patience. Knows
 * neither clock nor network: how much time has passed is told.
 */
public final class Conversation {

    private static final int DAMAGED = 3;
    private static final Rest REST = Rest.ofQuery(Duration.ofMinutes(30));

    private final RetrySettings settings;
    private final Backoff backoff;
    private final Predicate<String> isBrokers;
    private final Map<FlexErrorCode, Integer> tries = new HashMap<>();
    private int polls;
    private int damages;
    private int rests;
    private @Nullable Receipt receipt;

    /**
     * @param chance    evenly spread from 0 to 1
     * @param isBrokers whether a URL leads to the broker
     */
    public Conversation(RetrySettings settings, DoubleSupplier chance, Predicate<String> isBrokers) {
        this.settings = settings;
        this.backoff = new Backoff(settings, chance);
        this.isBrokers = isBrokers;
    }

    public Step begin() {
        return new Ask(Duration.ZERO, null);
    }

    /** On the answer to a request. */
    public Step asked(FlexAnswer answer, Duration elapsed) {
        if (!answer.isReceipt()) {
            return react(answer, elapsed);
        }
        if (answer.reference().isEmpty()) {
            return new GiveUp(unknown("The broker took the request and gave no reference code."));
        }
        if (!answer.url().isEmpty() && !isBrokers.test(answer.url())) {
            return new GiveUp(FlexFailure.fatal(
                    FlexProblem.FLEX_WRONG_HOST,
                    Reaction.FATAL_OPERATOR,
                    "The broker's answer leads to a host that is not allowed; it was not followed.",
                    "Find out whether somebody reads the connection; if the broker has moved, add its new host to"
                            + " IBKR_FLEX_ALLOWED_HOSTS."));
        }
        var taken = new Receipt(answer.reference(), answer.url());
        receipt = taken;
        return within(new Fetch(settings.initialWait(), null, taken), elapsed);
    }

    /** On an answer in place of a report. */
    public Step fetched(FlexAnswer answer, Duration elapsed) {
        return answer.isReceipt()
                ? new GiveUp(unknown("The broker answered a download with a receipt for a request."))
                : react(answer, elapsed);
    }

    /** On bytes that are no report, or not a whole one. */
    public Step damaged(Refusal refusal, Duration elapsed) {
        damages++;
        if (damages > DAMAGED) {
            return new GiveUp(new FlexFailure(
                    FlexProblem.FLEX_REPORT_DAMAGED,
                    Reaction.RETRY,
                    null,
                    "%d downloads in a row were no whole report. %s".formatted(damages, refusal.detail()),
                    refusal.nextStep(),
                    REST));
        }
        var setback = new Setback(refusal.code().name(), refusal.detail(), damages);
        return within(again(backoff.pause(damages, Duration.ZERO), setback), elapsed);
    }

    /**
     * On a call that was not made because the token rests after what another run met.
     *
     * @param left until it may be used again
     */
    public Step rests(Duration left, String reason, Duration elapsed) {
        if (elapsed.plus(left).compareTo(settings.deadline()) > 0) {
            return new GiveUp(new FlexFailure(
                    FlexProblem.FLEX_PAUSED,
                    Reaction.THROTTLE,
                    null,
                    "Another run with this token met a limit: " + reason,
                    "Wait until the pause is over: GET /ingestion/queries tells when.",
                    Rest.NONE));
        }
        return again(left, new Setback(FlexProblem.FLEX_PAUSED.name(), reason, ++rests));
    }

    private Step react(FlexAnswer answer, Duration elapsed) {
        var found = FlexErrorCode.find(answer.code());
        if (found.isEmpty()) {
            return new GiveUp(unknown(answer.refusal().detail()));
        }
        var code = found.get();
        int attempt = code.reaction() == Reaction.POLL ? ++polls : tries.merge(code, 1, Integer::sum);
        int limit = code.reaction() == Reaction.POLL ? settings.attempts() : code.tries();
        if (attempt > limit) {
            return new GiveUp(exhausted(code, answer, attempt));
        }
        var setback = new Setback(answer.code(), answer.refusal().detail(), attempt);
        return within(
                switch (code.reaction()) {
                    case POLL -> again(backoff.pause(attempt, code.floor()), setback);
                    case THROTTLE -> again(backoff.pause(1, code.floor()), setback);
                    case NEW_REQUEST -> fromTheStart(backoff.pause(attempt, code.floor()), setback);
                    case RETRY -> retry(backoff.doubling(attempt, code.floor()), setback);
                    case FATAL_OPERATOR, FATAL_BUG -> new GiveUp(exhausted(code, answer, attempt));
                },
                elapsed);
    }

    /** A reference that failed twice may be the fault. */
    private Step retry(Duration pause, Setback setback) {
        return setback.attempt() > 1 ? fromTheStart(pause, setback) : again(pause, setback);
    }

    private Step fromTheStart(Duration pause, Setback setback) {
        receipt = null;
        return new Ask(pause, setback);
    }

    private Step again(Duration pause, Setback setback) {
        return receipt == null ? new Ask(pause, setback) : new Fetch(pause, setback, receipt);
    }

    private Step within(Step step, Duration elapsed) {
        if (step instanceof Step.Call call && elapsed.plus(call.pause()).compareTo(settings.deadline()) > 0) {
            return new GiveUp(new FlexFailure(
                    FlexProblem.FLEX_TIMEOUT,
                    Reaction.RETRY,
                    call.setback() == null ? null : call.setback().code(),
                    "The report was not there after %d s, and the next try would exceed the limit of %d s set by"
                                    .formatted(
                                            elapsed.toSeconds(),
                                            settings.deadline().toSeconds())
                            + " IBKR_FLEX_DEADLINE_SECONDS.",
                    "Wait for the next scheduled run; at weekends the broker may not make reports for hours.",
                    REST));
        }
        return step;
    }

    private static FlexFailure exhausted(FlexErrorCode code, FlexAnswer answer, int attempt) {
        var detail = answer.refusal().detail();
        if (attempt > 1) {
            detail = "After %d tries: %s".formatted(attempt, detail);
        }
        if (code == FlexErrorCode.STATEMENT_NOT_GENERATED) {
            detail += " Version 3 of the service was asked at the configured address; older versions and paths answer"
                    + " like this, too.";
        }
        return new FlexFailure(
                code.problem(),
                code.reaction(),
                Integer.toString(code.code()),
                detail,
                code.remedy().nextStep(),
                new Rest(code.isFatal() ? code.floor() : REST.length(), code.isOfToken(), code.mayBeTriedByHand()));
    }

    private static FlexFailure unknown(String detail) {
        return FlexFailure.fatal(
                FlexProblem.FLEX_UNKNOWN_CODE,
                Reaction.FATAL_OPERATOR,
                detail,
                "Read the broker's answer, which is kept as the file of this run, and look the code up in its Flex Web"
                        + " Service guide.");
    }
}
