package io.flexledger.ingestor.flex;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The error codes of the Flex Web Service, with what to do about each: by itself, with the least pause and how often,
 * and for a person. Texts are ours; the broker's own wording is in the answer. For example, 1019 means that the report
 * is still being made.
 */
public enum FlexErrorCode {
    STATEMENT_NOT_GENERATED(
            1001,
            Reaction.RETRY,
            Duration.ofSeconds(60),
            2,
            FlexProblem.FLEX_STATEMENT,
            Remedy.RETRY,
            "The broker could not make the report at this moment."),
    STATEMENT_NOT_AVAILABLE(
            1003,
            Reaction.NEW_REQUEST,
            Duration.ofSeconds(10),
            1,
            FlexProblem.FLEX_STATEMENT,
            Remedy.REQUEST_AGAIN,
            "There is no report for this period, or not yet."),
    STATEMENT_INCOMPLETE(
            1004,
            Reaction.RETRY,
            Duration.ofMinutes(5),
            2,
            FlexProblem.FLEX_STATEMENT,
            Remedy.RETRY,
            "The report is not complete yet."),
    SETTLEMENT_NOT_READY(
            1005,
            Reaction.RETRY,
            Duration.ofMinutes(10),
            2,
            FlexProblem.FLEX_STATEMENT,
            Remedy.RETRY,
            "Settlement figures are not ready yet."),
    FIFO_NOT_READY(
            1006,
            Reaction.RETRY,
            Duration.ofMinutes(10),
            2,
            FlexProblem.FLEX_STATEMENT,
            Remedy.RETRY,
            "FIFO profit and loss is not ready yet."),
    MTM_NOT_READY(
            1007,
            Reaction.RETRY,
            Duration.ofMinutes(10),
            2,
            FlexProblem.FLEX_STATEMENT,
            Remedy.RETRY,
            "Mark-to-market profit and loss is not ready yet."),
    MTM_AND_FIFO_NOT_READY(
            1008,
            Reaction.RETRY,
            Duration.ofMinutes(10),
            2,
            FlexProblem.FLEX_STATEMENT,
            Remedy.RETRY,
            "Profit and loss is not ready yet."),
    SERVER_BUSY(
            1009,
            Reaction.RETRY,
            Duration.ofSeconds(30),
            4,
            FlexProblem.FLEX_STATEMENT,
            Remedy.RETRY,
            "The broker's server is under heavy load."),
    LEGACY_QUERY(
            1010,
            Reaction.FATAL_OPERATOR,
            Rests.FOR_A_PERSON,
            0,
            FlexProblem.FLEX_REQUEST,
            Remedy.CHANGE_QUERY,
            "The query has a format the broker no longer supports."),
    SERVICE_INACTIVE(
            1011,
            Reaction.FATAL_OPERATOR,
            Rests.FOR_A_PERSON,
            0,
            FlexProblem.FLEX_TOKEN,
            Remedy.CHANGE_ACCESS,
            "The Flex Web Service is not switched on for this account."),
    TOKEN_EXPIRED(
            1012,
            Reaction.FATAL_OPERATOR,
            Rests.FOR_A_PERSON,
            0,
            FlexProblem.FLEX_TOKEN,
            Remedy.NEW_TOKEN,
            "The token has expired."),
    IP_RESTRICTED(
            1013,
            Reaction.FATAL_OPERATOR,
            Rests.FOR_A_PERSON,
            0,
            FlexProblem.FLEX_TOKEN,
            Remedy.CHANGE_ACCESS,
            "The token may not be used from this address."),
    QUERY_INVALID(
            1014,
            Reaction.FATAL_OPERATOR,
            Rests.FOR_A_PERSON,
            0,
            FlexProblem.FLEX_REQUEST,
            Remedy.CHANGE_QUERY,
            "The broker does not know this query."),
    TOKEN_INVALID(
            1015,
            Reaction.FATAL_OPERATOR,
            Rests.FOR_A_PERSON,
            0,
            FlexProblem.FLEX_TOKEN,
            Remedy.NEW_TOKEN,
            "The token is not valid; a newer one may have replaced it."),
    ACCOUNT_INVALID(
            1016,
            Reaction.FATAL_OPERATOR,
            Rests.FOR_A_PERSON,
            0,
            FlexProblem.FLEX_REQUEST,
            Remedy.CHANGE_ACCESS,
            "The account is not valid for this request."),
    REFERENCE_INVALID(
            1017,
            Reaction.NEW_REQUEST,
            Duration.ofSeconds(10),
            1,
            FlexProblem.FLEX_REQUEST,
            Remedy.REQUEST_AGAIN,
            "The reference of the requested report is no longer valid."),
    TOO_MANY_REQUESTS(
            1018,
            Reaction.THROTTLE,
            Duration.ofMinutes(10),
            1,
            FlexProblem.FLEX_REQUEST,
            Remedy.SLOW_DOWN,
            "Too many requests with this token."),
    GENERATION_IN_PROGRESS(
            1019,
            Reaction.POLL,
            Duration.ofSeconds(5),
            Integer.MAX_VALUE,
            FlexProblem.FLEX_STATEMENT,
            Remedy.WAIT,
            "The report was still being made when it was fetched."),
    REQUEST_INVALID(
            1020,
            Reaction.FATAL_BUG,
            Rests.FOR_A_PERSON,
            0,
            FlexProblem.FLEX_REQUEST,
            Remedy.REPORT_FAULT,
            "The broker could not read the request."),
    STATEMENT_NOT_RETRIEVED(
            1021,
            Reaction.RETRY,
            Duration.ofSeconds(30),
            3,
            FlexProblem.FLEX_STATEMENT,
            Remedy.RETRY,
            "The broker could not hand out the report at this moment."),
    LOCKED_OUT(
            1025,
            Reaction.FATAL_OPERATOR,
            Duration.ofHours(24),
            0,
            FlexProblem.FLEX_TOKEN,
            Remedy.PAUSE,
            "The broker refuses further tries after too many failures.");

    private static final class Rests {

        /** Calls that fail for the same reason again and again end in a lockout. */
        static final Duration FOR_A_PERSON = Duration.ofHours(12);
    }

    /** What a person does next. */
    public enum Remedy {
        RETRY("Fetch the report again in some minutes; a day's report is complete by about 05:00 New York time."),
        REQUEST_AGAIN("Run the query again from the start, and check that its period has data."),
        WAIT("Wait a minute and download the report again."),
        SLOW_DOWN("Pause for at least 10 minutes: the broker allows 1 request a second and 10 a minute per token."),
        PAUSE("Make no request for some hours, check token and query, then try once: each further try prolongs it."),
        NEW_TOKEN("Make a new token in Client Portal under Performance & Reports, Flex Queries, and configure it."),
        CHANGE_ACCESS(
                "Check the Flex Web Service settings in Client Portal under Performance & Reports, Flex Queries."),
        CHANGE_QUERY("Check the query id, and save the query again in Client Portal."),
        REPORT_FAULT(
                "Check the period asked for; if it is sound, report a fault of this program with the id of the run.");

        private final String nextStep;

        Remedy(String nextStep) {
            this.nextStep = nextStep;
        }

        /** One sentence. */
        public String nextStep() {
            return nextStep;
        }
    }

    private final int code;
    private final Reaction reaction;
    private final Duration floor;
    private final int tries;
    private final FlexProblem problem;
    private final Remedy remedy;
    private final String meaning;

    FlexErrorCode(
            int code,
            Reaction reaction,
            Duration floor,
            int tries,
            FlexProblem problem,
            Remedy remedy,
            String meaning) {
        this.code = code;
        this.reaction = reaction;
        this.floor = floor;
        this.tries = tries;
        this.problem = problem;
        this.remedy = remedy;
        this.meaning = meaning;
    }

    /** Absent for a code nobody has described, such as 1002. */
    public static Optional<FlexErrorCode> find(String code) {
        return Arrays.stream(values())
                .filter(known -> Integer.toString(known.code).equals(code.strip()))
                .findFirst();
    }

    /** As in {@code <ErrorCode>}: 1001 to 1025. */
    public int code() {
        return code;
    }

    /** What a client does by itself. */
    public Reaction reaction() {
        return reaction;
    }

    /** The least pause before the next call, whatever else is configured; for a fatal code, before the next run. */
    public Duration floor() {
        return floor;
    }

    /** How often the answer is followed by another try within a run; polls are limited by the settings alone. */
    public int tries() {
        return tries;
    }

    /** Whether it concerns every query with the same token. */
    public boolean isOfToken() {
        return reaction == Reaction.THROTTLE || problem == FlexProblem.FLEX_TOKEN;
    }

    public boolean isFatal() {
        return reaction == Reaction.FATAL_OPERATOR || reaction == Reaction.FATAL_BUG;
    }

    /**
     * Whether a person who has changed something, such as the period, may try at once; a lockout is prolonged by every
     * try.
     */
    public boolean mayBeTriedByHand() {
        return (isFatal() && this != LOCKED_OUT) || reaction == Reaction.NEW_REQUEST;
    }

    public FlexProblem problem() {
        return problem;
    }

    public Remedy remedy() {
        return remedy;
    }

    /** One sentence. */
    public String meaning() {
        return meaning;
    }
}
