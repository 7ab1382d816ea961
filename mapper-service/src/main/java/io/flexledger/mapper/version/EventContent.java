package io.flexledger.mapper.version;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.Fact;
import io.flexledger.contracts.event.ReferenceEvent.AccountDescribed;
import io.flexledger.contracts.event.ReferenceEvent.InstrumentDescribed;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;

/**
 * What an event says, apart from who said it when. The event is written as JSON once, without its {@link Fact}; this is
 * what is hashed, and the fact is put in when the event is published.
 */
public final class EventContent {

    private static final ThreadLocal<MessageDigest> SHA256 = ThreadLocal.withInitial(EventContent::sha256);

    private final ContentJson writer;
    private final byte[] json;
    /** Where the fact belongs: one byte stands for it. */
    private final int gap;

    private final UUID hash;

    private EventContent(ContentJson writer, byte[] json, int gap, UUID hash) {
        this.writer = writer;
        this.json = json;
        this.gap = gap;
        this.hash = hash;
    }

    static EventContent of(CanonicalEvent event, ContentJson writer) {
        var json = writer.event(event);
        int gap = "{'type':'".length() + ContractJson.typeName(event).length() + "','fact':".length();
        if (json[gap] != '0') {
            throw new IllegalStateException("the fact is not the first component of " + event.getClass());
        }
        return new EventContent(writer, json, gap, hash(event, json));
    }

    /** The first 128 bits of a SHA-256. */
    public UUID hash() {
        return hash;
    }

    /** The event as JSON, told by this fact. */
    public byte[] json(Fact fact) {
        var told = writer.fact(fact);
        int after = gap + told.length;
        var whole = Arrays.copyOf(json, json.length + told.length - 1);
        System.arraycopy(told, 0, whole, gap, told.length);
        System.arraycopy(json, gap + 1, whole, after, json.length - gap - 1);
        return whole;
    }

    private static UUID hash(CanonicalEvent event, byte[] json) {
        var digest = SHA256.get();
        digest.reset();
        if (isDated(event)) {
            digest.update(dates(event.fact()));
        }
        var hash = ByteBuffer.wrap(digest.digest(json));
        return new UUID(hash.getLong(), hash.getLong());
    }

    private static ByteBuffer dates(Fact fact) {
        var occurred = fact.occurredAt();
        long second = occurred.getEpochSecond();
        int nano = occurred.getNano();
        return ByteBuffer.allocate(Long.BYTES + Long.BYTES + Integer.BYTES + Integer.BYTES)
                .putLong(fact.reportDate().toEpochDay())
                .putLong(second)
                .putInt(nano)
                .putInt(fact.timed() ? 1 : 0)
                .flip();
    }

    /** An account or instrument takes its day from the statement; the next day's equal row is no new version. */
    private static boolean isDated(CanonicalEvent event) {
        return !(event instanceof AccountDescribed || event instanceof InstrumentDescribed);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
