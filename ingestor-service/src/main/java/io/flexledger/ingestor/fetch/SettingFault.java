package io.flexledger.ingestor.fetch;

import java.util.Map;

/**
 * A setting that is missing or cannot be used.
 *
 * @param reason  part of a sentence; never the value of a secret
 * @param example a value that would do
 */
public record SettingFault(String setting, String reason, String example) {

    private static final Map<String, String> EXAMPLES = Map.of(
            "ACCOUNT_ID", "U1234567",
            "IBKR_FLEX_TOKEN", "the digits Client Portal shows under Flex Web Service Configuration",
            "IBKR_FLEX_QUERY_ID", "123456");

    static String example(String setting) {
        return EXAMPLES.getOrDefault(setting, setting.endsWith(".id") ? "123456" : "see .env.example");
    }

    @Override
    public String toString() {
        return "%s %s; for example: %s".formatted(setting, reason, example);
    }
}
