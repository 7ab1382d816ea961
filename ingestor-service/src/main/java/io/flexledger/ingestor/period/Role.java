package io.flexledger.ingestor.period;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a query is for, and so which sections its report must have. An empty section is there. */
public enum Role {
    /** All that the ledger needs of an account. */
    FULL(
            "Trades",
            "OpenPositions",
            "CashTransactions",
            "CorporateActions",
            "ConversionRates",
            "SecuritiesInfo",
            "AccountInformation"),
    TRADES("Trades"),
    NAV("ChangeInNAV", "EquitySummaryInBase"),
    CASH("CashTransactions"),
    EXERCISES("OptionEAE"),
    INTEREST("InterestAccruals"),
    /** Fills of the present day, minutes after they happen. */
    CONFIRMS("TradeConfirms");

    @SuppressWarnings("ImmutableEnumChecker") // a List.of
    private final List<String> sections;

    Role(String... sections) {
        this.sections = List.of(sections);
    }

    /** Reads a setting, in any case. */
    public static Role parse(String text) {
        return Arrays.stream(values())
                .filter(role -> role.text().equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no role: '%s'; there are %s"
                        .formatted(text, Arrays.stream(values()).map(Role::text).collect(Collectors.joining(", ")))));
    }

    /** As it is written in a setting. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The sections it requires, by the names of their elements. */
    public List<String> sections() {
        return sections;
    }

    /** Those a report lacks, in the order they are required. */
    public List<String> missing(Set<String> present) {
        return sections.stream().filter(section -> !present.contains(section)).toList();
    }
}
