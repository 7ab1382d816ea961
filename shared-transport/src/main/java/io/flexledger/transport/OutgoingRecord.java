package io.flexledger.transport;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One record that leaves a service. Equal in content, so that a test may compare it.
 *
 * @param key   decides the partition; records of one topic and key are delivered in the order they were added
 * @param value not copied; null is a tombstone, which withdraws the key from a compacted topic
 */
@SuppressWarnings("ArrayRecordComponent") // equality by content is written below
public record OutgoingRecord(String topic, String key, byte @Nullable [] value, Map<String, String> headers) {

    // Not compact: javac would lose the annotation of a compact constructor's parameter on its way into the class file.
    public OutgoingRecord(String topic, String key, byte @Nullable [] value, Map<String, String> headers) {
        this.topic = topic;
        this.key = key;
        this.value = value;
        this.headers = Map.copyOf(headers);
    }

    /** Withdraws a key from a compacted topic. */
    public static OutgoingRecord tombstone(String topic, String key) {
        return new OutgoingRecord(topic, key, null, Map.of());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OutgoingRecord that
                && topic.equals(that.topic)
                && key.equals(that.key)
                && Arrays.equals(value, that.value)
                && headers.equals(that.headers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(topic, key, Arrays.hashCode(value), headers);
    }

    /** Everything but the value, which may be private. */
    @Override
    public String toString() {
        return "OutgoingRecord[topic=%s, key=%s, bytes=%d]".formatted(topic, key, value == null ? -1 : value.length);
    }
}
