package io.flexledger.realtime.session.check;

/**
 * One thing that was looked at.
 *
 * @param name     stable, such as {@code reachable}
 * @param detail   what was seen, for a person
 * @param nextStep what to do about it; empty when nothing
 */
public record GatewayCheck(String name, Outcome outcome, String detail, String nextStep) {

    /** How it went. */
    public enum Outcome {
        OK,
        /** Works, and may mislead. */
        WARN,
        FAIL
    }

    static GatewayCheck ok(String name, String detail) {
        return new GatewayCheck(name, Outcome.OK, detail, "");
    }

    static GatewayCheck warn(String name, String detail, String nextStep) {
        return new GatewayCheck(name, Outcome.WARN, detail, nextStep);
    }

    static GatewayCheck fail(String name, String detail, String nextStep) {
        return new GatewayCheck(name, Outcome.FAIL, detail, nextStep);
    }
}
