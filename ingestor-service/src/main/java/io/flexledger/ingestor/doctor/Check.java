package io.flexledger.ingestor.doctor;

/** Looks at one thing that can be wrong. Failing to look is a finding, too, so a check may throw. */
public interface Check {

    /** As in the answer, for example {@code disk}; unique. */
    String name();

    /** Seconds at most; whoever asks does not wait longer. Never a secret. */
    Finding find();
}
