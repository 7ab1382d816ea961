package io.flexledger.report.adapter.broker;

import io.flexledger.contracts.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What is not read because it is not there: compaction may take the last records of a partition away, and no reader is ever
 * told so. A topic of which nothing comes for a minute, with nothing wrong, has such a gap. Of alerts the last one stays, so
 * what is unread of them is there, with whoever is slow to read it, and without it all of them would be told again.
 */
final class Gaps {

    private static final Set<String> WHOLE = Set.of(Topics.Names.ALERT);

    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Map<String, Standing> standing = new HashMap<>();

    /** What of a topic is unread, and since when nothing of it has changed. */
    private record Standing(Map<Integer, Span> unread, Instant since) {}

    /** Of a partition, from what is read next up to its end. */
    record Span(long next, long end) {}

    /** By topic; a topic that is read is absent. */
    static Map<String, Map<Integer, Span>> unread(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> consumed) {
        var unread = new TreeMap<String, Map<Integer, Span>>();
        ends.forEach((partition, end) -> {
            long next = consumed.getOrDefault(partition, 0L);
            if (next < end) {
                unread.computeIfAbsent(partition.topic(), _ -> new TreeMap<>())
                        .put(partition.partition(), new Span(next, end));
            }
        });
        return unread;
    }

    /** Whether gaps are all that is unread. */
    boolean alone(Map<String, Map<Integer, Span>> unread, Instant now) {
        standing.keySet().retainAll(unread.keySet());
        unread.forEach((topic, spans) -> standing.compute(topic, (_, before) -> changed(before, spans, now)));
        return Collections.disjoint(unread.keySet(), WHOLE)
                && standing.values().stream()
                        .noneMatch(topic -> now.isBefore(topic.since().plus(QUIET)));
    }

    private static Standing changed(@Nullable Standing before, Map<Integer, Span> spans, Instant now) {
        return before != null && before.unread().equals(spans) ? before : new Standing(spans, now);
    }
}
