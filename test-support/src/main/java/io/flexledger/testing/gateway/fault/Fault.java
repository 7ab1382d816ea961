package io.flexledger.testing.gateway.fault;

import java.math.BigDecimal;
import java.time.Duration;

/** One thing that goes wrong. Some happen at once, the others when their occasion comes. */
public sealed interface Fault {

    /** Happens at once. */
    sealed interface Now extends Fault {}

    /** Waits for its occasion, and happens once. */
    sealed interface Later extends Fault {}

    /**
     * The connections stay, the broker behind them is gone: 1100, and after a while 1101 or 1102.
     *
     * @param subscriptionsKept 1102; otherwise 1101, and every subscription is forgotten
     * @param fillsReplayed     whether executions from in between are pushed afterwards
     */
    record Outage(Duration duration, boolean subscriptionsKept, boolean fillsReplayed) implements Now {}

    /** Every connection ends. */
    record Drop() implements Now {}

    /** Every connection ends, and for a while no other is accepted, as during the nightly restart. */
    record Refused(Duration duration) implements Now {}

    /** For a while every client id is said to be in use. */
    record ClientIdTaken(Duration duration) implements Now {}

    /** For a while the accounts are not ready, and say to be worth this. */
    record NotReady(BigDecimal netAssetValue, Duration duration) implements Now {}

    /** A message no client knows, for example 187. */
    record UnknownMessage(int messageId) implements Now {}

    /** A notice with letters that are not ASCII. */
    record EscapedText() implements Now {}

    /** Every client is told that it sends too much, and thrown out. */
    record PacingViolation() implements Now {}

    /** The next connection is accepted and never answered. */
    record Silence() implements Later {}

    /** The next connection is offered this version whatever the client can; above 200 it then hears nothing more. */
    record OtherVersion(int version) implements Later {}

    /** The next connection agrees on a version and is never told its accounts. */
    record NeverReady() implements Later {}

    /** The next connection is accepted and ended. */
    record Hangup() implements Later {}

    /**
     * A frame ends after so many of its bytes, and the connection with it.
     *
     * @param messageId 0: whichever is next
     */
    record CutFrame(int messageId, int bytes) implements Later {}

    /**
     * A message has fields nobody knows at its end.
     *
     * @param messageId 0: whichever is next
     */
    record ExtraFields(int messageId, int count) implements Later {}

    /** What happens to the next answer to a request for executions. */
    enum OfExecutions implements Later {
        /** One execution twice. */
        DUPLICATE,
        /** A commission after the end. */
        LATE_COMMISSION,
        /** A commission missing. */
        NO_COMMISSION,
        NO_END,
        NO_ANSWER
    }

    /** What happens to the next execution that is pushed. */
    enum OfFill implements Later {
        UNSET_REALIZED,
        EXPONENT_COMMISSION,
        /** Its order has no id of a client. */
        NO_ORDER_ID,
        /** Its commission is not pushed; only a request brings it. */
        NO_COMMISSION,
        /** Its commission comes first. */
        COMMISSION_FIRST,
        /** A correction follows with another quantity and another price. */
        CORRECTED
    }

    /** What happens to the next answer to a request for a summary. */
    enum OfSummary implements Later {
        DUPLICATE_END
    }
}
