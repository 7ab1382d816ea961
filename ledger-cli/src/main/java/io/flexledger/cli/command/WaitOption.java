package io.flexledger.cli.command;

import picocli.CommandLine.Option;

/** Whether a command stays until what it started has ended. */
public final class WaitOption {

    @Option(
            names = "--wait",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Whether to return only once it is over (default: yes).")
    private boolean wait = true;

    public boolean isSet() {
        return wait;
    }
}
