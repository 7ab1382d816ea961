package io.flexledger.cli;

import org.jspecify.annotations.Nullable;

/** A command cannot do what it was asked to, and says why and what to do next. */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;
    private final String message;
    private final @Nullable String nextStep;

    public CommandFailure(ExitCode exitCode, String message) {
        this(exitCode, message, null, null);
    }

    public CommandFailure(ExitCode exitCode, String message, @Nullable String nextStep) {
        this(exitCode, message, nextStep, null);
    }

    public CommandFailure(ExitCode exitCode, String message, @Nullable String nextStep, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
        this.message = message;
        this.nextStep = nextStep;
    }

    /** A failure whose message says it all, with the cause behind it. */
    public static CommandFailure of(ExitCode exitCode, Exception failure) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        Throwable cause = failure.getCause();
        return new CommandFailure(exitCode, cause == null ? message : message + ": " + cause, null, failure);
    }

    @Override
    public String getMessage() {
        return message;
    }

    public ExitCode exitCode() {
        return exitCode;
    }

    public @Nullable String nextStep() {
        return nextStep;
    }
}
