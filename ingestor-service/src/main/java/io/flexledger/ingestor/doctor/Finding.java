package io.flexledger.ingestor.doctor;

import org.jspecify.annotations.Nullable;

/**
 * What a check has found.
 *
 * @param detail   one line for people, without secrets
 * @param nextStep what to do about it; absent where nothing is to be done
 */
public record Finding(
        Status status, String detail, @Nullable String nextStep) {

    /** How bad it is, from good to bad. */
    public enum Status {
        PASS,
        /** Not used here, which is no fault. */
        SKIP,
        WARN,
        FAIL
    }

    public static Finding pass(String detail) {
        return new Finding(Status.PASS, detail, null);
    }

    public static Finding skip(String detail, @Nullable String nextStep) {
        return new Finding(Status.SKIP, detail, nextStep);
    }

    public static Finding warn(String detail, String nextStep) {
        return new Finding(Status.WARN, detail, nextStep);
    }

    public static Finding fail(String detail, String nextStep) {
        return new Finding(Status.FAIL, detail, nextStep);
    }
}
