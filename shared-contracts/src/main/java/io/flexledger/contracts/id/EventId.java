package io.flexledger.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Identity of one fact, derived from the source so that every path to it yields the same id: a daily file, a
 * month-to-date file, an upload, a replay. A name-based UUID (RFC 9562, version 5).
 */
public record EventId(@JsonValue UUID value) implements Comparable<EventId> {

    /** Namespace of all Flexledger names; changing it would give every fact a new id. */
    private static final UUID NAMESPACE = UUID.fromString("6f2d0f0e-9a53-5e6c-8b1b-2f6f0c5a7d11");

    private static final ThreadLocal<MessageDigest> SHA1 = ThreadLocal.withInitial(EventId::sha1);

    @JsonCreator
    public EventId {}

    /** @param naturalKey the broker's own key of the fact, within account and kind */
    public static EventId of(AccountId account, String kind, String naturalKey) {
        return new EventId(uuid5(account.value() + '\n' + kind + '\n' + naturalKey));
    }

    public static EventId parse(String text) {
        return new EventId(UUID.fromString(text));
    }

    private static UUID uuid5(String name) {
        var digest = SHA1.get();
        digest.reset();
        digest.update(ByteBuffer.allocate(16)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .flip());
        var hash = ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
        long high = (hash.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x5000L;
        long low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    @Override
    public int compareTo(EventId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
