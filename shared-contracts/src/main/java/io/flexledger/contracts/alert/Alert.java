package io.flexledger.contracts.alert;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.flexledger.contracts.id.AccountId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a person should know of, as it stands. Topic {@code alert}, key id; absolute and versioned.
 *
 * @param version      counts the states of this alert from 1
 * @param subject      what it is about, within its kind: an event's id, a position, a gateway, a query
 * @param account      null where it is about no single account
 * @param occurredAt   when it happened or began, as its source says
 * @param raisedAt     when it was first told
 * @param title        one line
 * @param text         what was seen, a sentence or two
 * @param nextStep     what to do about it
 * @param path         of the page that shows it, with its query, below the address of the report
 * @param endedAt      when what lasts was over; null while it lasts, and for what only happened
 * @param acknowledged null until a person has said that he knows
 */
public record Alert(
        UUID id,
        long version,
        Kind kind,
        String subject,
        @Nullable AccountId account,
        Instant occurredAt,
        Instant raisedAt,
        String title,
        String text,
        String nextStep,
        String path,
        @Nullable Instant endedAt,
        @Nullable Acknowledgement acknowledged) {

    /** Wire name and version of the shape. */
    public static final String TYPE = "alert.v1";

    /** What may be told. */
    public enum Kind {
        /** A written option was assigned. */
        ASSIGNMENT(Severity.WARNING, false),
        /** A held option was exercised. */
        EXERCISE(Severity.NOTICE, false),
        /** An open option expires soon. */
        EXPIRY_SOON(Severity.WARNING, true),
        /** What the account could lose before its positions are closed by the broker is small. */
        MARGIN_CUSHION(Severity.CRITICAL, true),
        /** The gateway is not heard, outside the time at which that is expected. */
        GATEWAY_DOWN(Severity.WARNING, true),
        /** Executions the gateway told that statements should have told and have not. */
        UNCONFIRMED_FILLS(Severity.WARNING, true),
        /** A closed day that the ledger cannot explain to the cent. */
        RECONCILIATION_BREAK(Severity.WARNING, true),
        /** A statement could not be fetched. */
        RUN_FAILED(Severity.WARNING, true),
        /** The ledger books nothing more of an account until a person has looked. */
        ACCOUNT_HALTED(Severity.CRITICAL, true);

        private final Severity severity;
        private final boolean lasts;

        Kind(Severity severity, boolean lasts) {
            this.severity = severity;
            this.lasts = lasts;
        }

        public Severity severity() {
            return severity;
        }

        /** Whether it goes on until it is over; else it has happened and stays so. */
        public boolean lasts() {
            return lasts;
        }
    }

    /** How soon somebody should look. */
    public enum Severity {
        /** Some time. */
        NOTICE,
        /** Today. */
        WARNING,
        /** Now. */
        CRITICAL
    }

    /**
     * @param by   whoever said so, as he named himself; null if he did not
     * @param note what he wrote; null if nothing
     */
    public record Acknowledgement(
            Instant at, @Nullable String by, @Nullable String note) {}

    /** Whether it still wants somebody's attention: nobody knows of it, and it is not over. */
    @JsonIgnore
    public boolean isOpen() {
        return acknowledged == null && endedAt == null;
    }

    public Alert ended(Instant at) {
        return next(at, acknowledged);
    }

    /** What had ended goes on. */
    public Alert resumed() {
        return next(null, acknowledged);
    }

    public Alert acknowledged(Acknowledgement acknowledgement) {
        return next(endedAt, acknowledgement);
    }

    private Alert next(@Nullable Instant newEnd, @Nullable Acknowledgement newAcknowledgement) {
        return new Alert(
                id,
                version + 1,
                kind,
                subject,
                account,
                occurredAt,
                raisedAt,
                title,
                text,
                nextStep,
                path,
                newEnd,
                newAcknowledgement);
    }
}
