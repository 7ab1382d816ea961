package io.flexledger.cli;

/** How a command ended, as a shell or a scheduler sees it. */
public enum ExitCode {
    OK(0, "done"),
    FAILED(1, "tried and failed: a file was refused, an account waits, a process is down, a figure cannot be read"),
    USAGE(2, "the command line was not understood; nothing was done"),
    NOT_FOUND(3, "no such day, figure, account, topic or file"),
    CONFLICT(4, "something else is in the way: a port is taken, another command is at work, the stack runs elsewhere"),
    UPSTREAM(5, "what the command needs does not answer: no stack is running, a service is down, the broker is away"),
    RECONCILIATION_BREAK(6, "the ledger and the broker's statement differ by an amount nothing explains");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }
}
