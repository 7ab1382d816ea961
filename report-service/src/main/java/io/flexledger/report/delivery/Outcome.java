package io.flexledger.report.delivery;

/** What became of one attempt. No error names a secret, an address with one, or a figure. */
public sealed interface Outcome {

    /** Handed over to whoever carries it on. */
    record Sent() implements Outcome {}

    /** Another attempt may succeed. */
    record Failed(String error) implements Outcome {}

    /** Whoever was told wants no more of it. */
    record Refused(String error) implements Outcome {}
}
