package io.flexledger.report.delivery;

import io.flexledger.contracts.alert.Alert;
import java.time.Instant;
import java.util.UUID;

/** What is said, by whichever channel. */
public sealed interface Message {

    /** The same however often it is sent, so that a receiver can drop what it has. */
    UUID id();

    /** When it came about. */
    Instant at();

    /** An alert was raised. */
    record Raised(Alert alert) implements Message {
        @Override
        public UUID id() {
            return alert.id();
        }

        @Override
        public Instant at() {
            return alert.raisedAt();
        }
    }

    /** Nothing happened: somebody wants to see whether messages arrive. */
    record Trial(UUID id, Instant at) implements Message {}
}
