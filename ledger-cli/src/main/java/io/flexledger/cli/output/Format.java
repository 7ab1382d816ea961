package io.flexledger.cli.output;

/** How data is written to stdout. */
public enum Format {
    TABLE,
    JSON,
    CSV,
    MD;

    /** As the option takes it and the help shows it. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
