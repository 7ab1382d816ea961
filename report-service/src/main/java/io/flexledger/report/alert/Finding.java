package io.flexledger.report.alert;

import io.flexledger.contracts.alert.Alert;
import io.flexledger.contracts.alert.Alert.Kind;
import io.flexledger.contracts.id.AccountId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That something is so, found in one look.
 *
 * @param subject    the same each time the same is found
 * @param account    null where it is about no single account
 * @param occurredAt when it happened or began, as its source says
 * @param words      what a person is told
 * @param patience   how long it must be found before it is told
 * @param raises     whether it is reason enough for a new alert; else it only keeps one that goes on
 */
public record Finding(
        Subject subject,
        @Nullable AccountId account,
        Instant occurredAt,
        Words words,
        Duration patience,
        boolean raises) {

    /** What it is about, within its kind: an event, a position, a gateway, a query. */
    public record Subject(Kind kind, String name) {

        public static Subject of(Alert alert) {
            return new Subject(alert.kind(), alert.subject());
        }
    }

    /**
     * @param title    one line
     * @param text     what was seen, a sentence or two
     * @param nextStep what to do about it
     * @param path     of the page that shows it
     */
    public record Words(String title, String text, String nextStep, String path) {}

    /** Told as soon as it is found. */
    static Finding of(Kind kind, String subject, @Nullable AccountId account, Instant occurredAt, Words words) {
        return new Finding(new Subject(kind, subject), account, occurredAt, words, Duration.ZERO, true);
    }

    Finding after(Duration newPatience) {
        return new Finding(subject, account, occurredAt, words, newPatience, raises);
    }

    /** What goes on because of it goes on; nothing new is told. */
    Finding onlyKeeping() {
        return new Finding(subject, account, occurredAt, words, patience, false);
    }

    /** What only keeps, where it does. */
    Finding raisingIf(boolean enough) {
        return enough ? this : onlyKeeping();
    }

    /** The alert of what happened: one for ever. */
    public UUID id() {
        return named(subject.kind() + "\n" + subject.name());
    }

    /** The alert of a spell: one for each beginning. */
    private UUID id(Instant raisedAt) {
        return named(subject.kind() + "\n" + subject.name() + "\n" + raisedAt);
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    Alert raised(Instant now) {
        var kind = subject.kind();
        return new Alert(
                kind.lasts() ? id(now) : id(),
                1,
                kind,
                subject.name(),
                account,
                occurredAt,
                now,
                words.title,
                words.text,
                words.nextStep,
                words.path,
                null,
                null);
    }

    /** What goes on, told in the words that fit now. */
    Alert restated(Alert known) {
        return new Alert(
                known.id(),
                known.version() + 1,
                known.kind(),
                known.subject(),
                known.account(),
                known.occurredAt(),
                known.raisedAt(),
                words.title,
                words.text,
                words.nextStep,
                words.path,
                known.endedAt(),
                known.acknowledged());
    }
}
