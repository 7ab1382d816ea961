package io.flexledger.cli.command;

import io.flexledger.cli.output.Format;
import picocli.CommandLine.Option;

/** How data is written to stdout. */
public final class OutputOption {

    @Option(
            names = {"-o", "--output"},
            defaultValue = "table",
            description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TABLE;

    public Format format() {
        return format;
    }
}
