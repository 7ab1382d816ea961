package io.flexledger.realtime.session.question;

import java.util.Arrays;
import java.util.Optional;

/**
 * What is asked of the gateway. Each bears the same request id for ever, so that the same answer is the same bytes;
 * those asked per account count upwards from theirs, in the order in which the gateway names the accounts, and those
 * asked per position in the order of {@link PositionNumbers}.
 */
public enum Asked {
    SUMMARY(90_000_001),
    /** Bears no id on the wire; ours only keeps it apart. */
    POSITIONS(90_000_002),
    /** Bears no id on the wire; ours only keeps it apart. */
    ACCOUNT(90_000_003),
    EXECUTIONS(90_000_004),
    VALUES(90_100_000),
    RESULT(90_200_000),
    MARK(90_300_000);

    /** How many may be told apart. */
    static final int COUNTED = 100_000;

    private final int requestId;

    Asked(int requestId) {
        this.requestId = requestId;
    }

    public int requestId() {
        return requestId;
    }

    public int requestId(int index) {
        return requestId + index;
    }

    /** What the id of an answer belongs to; empty for what is not ours, such as an order's. */
    public static Optional<Asked> of(int requestId) {
        return Arrays.stream(values())
                .filter(asked -> asked.isCounted()
                        ? requestId >= asked.requestId && requestId < asked.requestId + COUNTED
                        : requestId == asked.requestId)
                .findFirst();
    }

    private boolean isCounted() {
        return this == VALUES || this == RESULT || this == MARK;
    }
}
