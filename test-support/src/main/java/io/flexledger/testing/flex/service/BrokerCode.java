package io.flexledger.testing.flex.service;

import java.util.Map;

/**
 * What the service answers instead of a reference or a report.
 *
 * @param code    such as 1019
 * @param status  {@code Warn}, or {@code Fail}
 * @param message in the broker's words as far as they are known
 */
public record BrokerCode(String code, String status, String message) {

    private static final String WARN = "Warn";
    private static final String FAIL = "Fail";
    private static final String AGAIN = " Please try again shortly.";

    private static final Map<String, String> WARNINGS = Map.of(
            "1001", "Statement could not be generated at this time." + AGAIN,
            "1003", "Statement is not available.",
            "1004", "Statement is incomplete at this time." + AGAIN,
            "1005", "Settlement data is not ready at this time." + AGAIN,
            "1006", "FIFO P/L data is not ready at this time." + AGAIN,
            "1007", "MTM P/L data is not ready at this time." + AGAIN,
            "1008", "MTM and FIFO P/L data is not ready at this time." + AGAIN,
            "1009", "The server is under heavy load. Statement could not be generated at this time." + AGAIN,
            "1019", "Statement generation in progress." + AGAIN,
            "1021", "Statement could not be retrieved at this time." + AGAIN);

    private static final Map<String, String> FAILURES = Map.of(
            "1010", "Legacy Flex Queries are no longer supported. Please convert over to Activity Flex.",
            "1011", "Service account is inactive.",
            "1012", "Token has expired.",
            "1013", "IP restriction.",
            "1014", "Query is invalid.",
            "1015", "Token is invalid.",
            "1016", "Account is invalid.",
            "1017", "Reference code is invalid.",
            "1018", "Too many requests have been made from this token." + AGAIN,
            "1020", "Invalid request or unable to validate request.");

    private static final String LOCKED_OUT = "Too many failed attempts, please review your configuration.";

    public static BrokerCode of(int code) {
        return of(Integer.toString(code));
    }

    /** Of any code, also one the broker's table does not have. */
    public static BrokerCode of(String code) {
        String warning = WARNINGS.get(code);
        if (warning != null) {
            return new BrokerCode(code, WARN, warning);
        }
        String failure = code.equals("1025") ? LOCKED_OUT : FAILURES.getOrDefault(code, "Unexpected error.");
        return new BrokerCode(code, FAIL, failure);
    }
}
