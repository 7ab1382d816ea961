package io.flexledger.report.alert;

import io.flexledger.contracts.id.AccountId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Paths of the pages that show what alerts are about. */
final class Page {

    static final String ACCOUNTS = "/accounts";

    private Page() {}

    static String day(AccountId account, LocalDate date) {
        return "/days/" + date + query(account);
    }

    static String newest(AccountId account) {
        return "/" + query(account);
    }

    private static String query(AccountId account) {
        return "?account=" + encoded(account.value());
    }

    /** Letters, digits, dot, underscore and hyphen stay; every other byte becomes a percent sign and two hex digits. */
    private static String encoded(String text) {
        var out = new StringBuilder();
        for (var b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 128 && (Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append(String.format("%%%02X", (int) c));
            }
        }
        return out.toString();
    }
}
