package io.flexledger.transport.outage;

/**
 * Something that works or does not, on its own.
 *
 * @param name  distinguishes parts of one kind, such as the topics of an inbox
 */
public record Part(Kind kind, String name) {

    /** What the readiness check reports on. */
    public enum Kind {
        /** Records coming in: {@code inbox}. */
        INBOX,
        /** The queue of records going out, as far as the database is concerned: {@code outbox}. */
        OUTBOX,
        /** The way from the outbox to Kafka: {@code broker}. */
        BROKER
    }

    public static final Part OUTBOX = new Part(Kind.OUTBOX, "outbox");
    public static final Part BROKER = new Part(Kind.BROKER, "broker");

    public static Part inbox(String name) {
        return new Part(Kind.INBOX, name);
    }
}
