package io.flexledger.report.delivery;

/** A way to tell a person. Each is used by one thread at a time, except for a test. */
public interface Channel {

    /** Stable: settings, rows and metrics use it. */
    String name();

    /** Whether the settings switch it on. */
    boolean isOn();

    /** Says it now, or why it could not be said. Ends within its own limits of time, and throws for a bug alone. */
    Outcome send(Message message);
}
