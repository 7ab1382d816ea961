package io.flexledger.contracts.progress;

import io.flexledger.contracts.Topics;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One service of the pipeline that leads from a statement to the report, and the topics of it that it reads.
 *
 * @param name    what whoever waits calls it; the service's own name unless it was given another
 * @param service as the register of topics names it, such as {@code mapper-service}
 * @param topics  what stages before it produce; empty for the first
 */
public record Stage(String name, String service, List<Topics> topics) {

    /** What a statement turns into or changes; the others tell of the broker, of runs and of alerts. */
    private static final Set<Topics> WAY = EnumSet.of(
            Topics.RAW_ARTIFACT,
            Topics.CANONICAL_EVENT,
            Topics.JOURNAL_ENTRY,
            Topics.POSITION_UPDATE,
            Topics.NAV_SNAPSHOT,
            Topics.FILL_STANDING);

    /** In the order of the data, as the register of topics says. */
    public static final List<Stage> PIPELINE = pipeline();

    public Stage {
        topics = List.copyOf(topics);
    }

    /** The stages from this service to the end of the pipeline. */
    public static List<Stage> from(String service) {
        return PIPELINE.subList(PIPELINE.indexOf(of(service)), PIPELINE.size());
    }

    public static Stage of(String service) {
        return PIPELINE.stream()
                .filter(stage -> stage.service.equals(service))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service of the pipeline: " + service));
    }

    public Stage named(String other) {
        return new Stage(other, service, topics);
    }

    /** Who produces the first topic, then every consumer behind it. */
    private static List<Stage> pipeline() {
        List<Stage> stages = new ArrayList<>();
        String first = Topics.RAW_ARTIFACT.producer();
        stages.add(new Stage(first, first, List.of()));
        for (int done = 0; done < stages.size(); done++) {
            String producer = stages.get(done).service;
            WAY.stream()
                    .filter(topic -> topic.producer().equals(producer))
                    .map(Topics::consumer)
                    .filter(consumer -> stages.stream().noneMatch(stage -> stage.service.equals(consumer)))
                    .distinct()
                    .map(consumer -> new Stage(consumer, consumer, readBy(consumer, stages)))
                    .toList()
                    .forEach(stages::add);
        }
        return List.copyOf(stages);
    }

    private static List<Topics> readBy(String service, List<Stage> before) {
        return WAY.stream()
                .filter(topic -> topic.consumer().equals(service))
                .filter(topic -> before.stream().anyMatch(stage -> stage.service.equals(topic.producer())))
                .toList();
    }
}
