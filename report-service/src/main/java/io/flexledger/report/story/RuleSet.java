package io.flexledger.report.story;

/** How impacts are counted. */
public enum RuleSet {
    /** The house way: broker's realised results, premium when it is kept, the rest at the close. */
    ALM_1("ALM-1"),
    /** Every change of cash and marked value when it happens. */
    ECON_1("ECON-1");

    private final String spoken;

    RuleSet(String spoken) {
        this.spoken = spoken;
    }

    /** As printed. For example, {@code ALM-1}. */
    public String spoken() {
        return spoken;
    }
}
