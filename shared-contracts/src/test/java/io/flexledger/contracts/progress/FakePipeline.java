package io.flexledger.contracts.progress;

import io.flexledger.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A pipeline that moves one record per pause: a service reads a record of its input into its outbox, and the outbox
 * empties into the topics behind it. Time passes only while somebody waits.
 */
final class FakePipeline implements Pipeline, Visibility.Ticker {

    private static final List<String> SERVICES = List.of(
            "ingestor-service", "mapper-service", "ledger-service", "report-service", "realtime-gateway-service");

    private static final List<Topics> TOPICS = Stage.PIPELINE.stream()
            .flatMap(stage -> stage.topics().stream())
            .distinct()
            .toList();

    static final Duration STEP = Duration.ofSeconds(1);

    private final Map<Topics, Long> ends = new EnumMap<>(Topics.class);
    private final Map<String, Map<Topics, Long>> read = new HashMap<>();
    private final Map<String, Long> outbox = new HashMap<>();
    private final List<String> broken = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();
    private Duration now = Duration.ZERO;

    /** A statement the ingestor has taken and not sent yet. */
    FakePipeline uploaded(int statements) {
        outbox.merge("ingestor-service", (long) statements, Long::sum);
        return this;
    }

    FakePipeline broken(String service) {
        broken.add(service);
        return this;
    }

    /** What was asked, in order, each question once in a row. */
    List<String> questions() {
        return questions;
    }

    boolean everythingArrived() {
        return outbox.values().stream().allMatch(waiting -> waiting == 0)
                && ends.keySet().stream()
                        .allMatch(topic ->
                                topic.consumers().stream().allMatch(reader -> end(topic) == read(reader, topic)));
    }

    long reported() {
        return read("report-service", Topics.NAV_SNAPSHOT);
    }

    @Override
    public Progress progress(String service) {
        ask("progress of " + service);
        Map<Partition, Long> consumed = new HashMap<>();
        for (Topics topic : TOPICS) {
            if (topic.consumers().contains(service) && read(service, topic) > 0) {
                consumed.put(new Partition(topic, 0), read(service, topic));
            }
        }
        return new Progress(consumed, outbox.getOrDefault(service, 0L));
    }

    @Override
    public Map<Partition, Long> ends(Topics topic) {
        ask("ends of " + topic);
        return Map.of(new Partition(topic, 0), end(topic), new Partition(topic, 1), 0L);
    }

    @Override
    public Duration elapsed() {
        return now;
    }

    @Override
    public void pause() {
        now = now.plus(STEP);
        for (String service : SERVICES) {
            if (!broken.contains(service)) {
                work(service);
            }
        }
    }

    private void work(String service) {
        if (outbox.getOrDefault(service, 0L) > 0) {
            outbox.merge(service, -1L, Long::sum);
            for (Topics topic : TOPICS) {
                if (topic.producers().contains(service)) {
                    ends.merge(topic, 1L, Long::sum);
                }
            }
            return;
        }
        for (Topics topic : TOPICS) {
            if (topic.consumers().contains(service) && read(service, topic) < end(topic)) {
                read.computeIfAbsent(service, _ -> new EnumMap<>(Topics.class)).merge(topic, 1L, Long::sum);
                boolean produces = service.equals("mapper-service") || service.equals("ledger-service");
                outbox.merge(service, produces ? 1L : 0L, Long::sum);
                return;
            }
        }
    }

    private void ask(String question) {
        if (questions.isEmpty() || !questions.getLast().equals(question)) {
            questions.add(question);
        }
    }

    private long end(Topics topic) {
        return ends.getOrDefault(topic, 0L);
    }

    private long read(String service, Topics topic) {
        return read.getOrDefault(service, Map.of()).getOrDefault(topic, 0L);
    }
}
