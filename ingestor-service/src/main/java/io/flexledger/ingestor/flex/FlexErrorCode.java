package io.flexledger.ingestor.flex;

import java.util.Arrays;
import java.util.Optional;

/**
 * The error codes of the Flex Web Service, with what to do about each. Texts are ours; the broker's own wording is in
 * the answer. For example, 1019 means that the report is still being made.
 */
public enum FlexErrorCode {
    STATEMENT_NOT_GENERATED(1001, Remedy.RETRY, "The broker could not make the report at this moment."),
    STATEMENT_NOT_AVAILABLE(1003, Remedy.REQUEST_AGAIN, "There is no report for this period, or not yet."),
    STATEMENT_INCOMPLETE(1004, Remedy.RETRY, "The report is not complete yet."),
    SETTLEMENT_NOT_READY(1005, Remedy.RETRY, "Settlement figures are not ready yet."),
    FIFO_NOT_READY(1006, Remedy.RETRY, "FIFO profit and loss is not ready yet."),
    MTM_NOT_READY(1007, Remedy.RETRY, "Mark-to-market profit and loss is not ready yet."),
    MTM_AND_FIFO_NOT_READY(1008, Remedy.RETRY, "Profit and loss is not ready yet."),
    SERVER_BUSY(1009, Remedy.RETRY, "The broker's server is under heavy load."),
    LEGACY_QUERY(1010, Remedy.CHANGE_QUERY, "The query has a format the broker no longer supports."),
    SERVICE_INACTIVE(1011, Remedy.CHANGE_ACCESS, "The Flex Web Service is not switched on for this account."),
    TOKEN_EXPIRED(1012, Remedy.NEW_TOKEN, "The token has expired."),
    IP_RESTRICTED(1013, Remedy.CHANGE_ACCESS, "The token may not be used from this address."),
    QUERY_INVALID(1014, Remedy.CHANGE_QUERY, "The broker does not know this query."),
    TOKEN_INVALID(1015, Remedy.NEW_TOKEN, "The token is not valid; a newer one may have replaced it."),
    ACCOUNT_INVALID(1016, Remedy.CHANGE_ACCESS, "The account is not valid for this request."),
    REFERENCE_INVALID(1017, Remedy.REQUEST_AGAIN, "The reference of the requested report is no longer valid."),
    TOO_MANY_REQUESTS(1018, Remedy.SLOW_DOWN, "Too many requests with this token."),
    GENERATION_IN_PROGRESS(1019, Remedy.WAIT, "The report was still being made when it was fetched."),
    REQUEST_INVALID(1020, Remedy.CHANGE_QUERY, "The broker could not read the request."),
    STATEMENT_NOT_RETRIEVED(1021, Remedy.RETRY, "The broker could not hand out the report at this moment."),
    LOCKED_OUT(1025, Remedy.PAUSE, "The broker refuses further tries after too many failures.");

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
        CHANGE_QUERY("Check the query id, and save the query again in Client Portal.");

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
    private final Remedy remedy;
    private final String meaning;

    FlexErrorCode(int code, Remedy remedy, String meaning) {
        this.code = code;
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

    public Remedy remedy() {
        return remedy;
    }

    /** One sentence. */
    public String meaning() {
        return meaning;
    }
}
