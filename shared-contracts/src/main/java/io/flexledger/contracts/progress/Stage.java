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
        List<String> services = new ArrayList<>(Topics.RAW_ARTIFACT.producers());
        for (int done = 0; done < services.size(); done++) {
            String producer = services.get(done);
            WAY.stream()
                    .filter(topic -> topic.producers().contains(producer))
                    .flatMap(topic -> topic.consumers().stream())
                    .filter(consumer -> !services.contains(consumer))
                    .distinct()
                    .toList()
                    .forEach(services::add);
        }
        return services.stream()
                .map(service ->
                        new Stage(service, service, readBy(service, services.subList(0, services.indexOf(service)))))
                .toList();
    }

    private static List<Topics> readBy(String service, List<String> before) {
        return WAY.stream()
                .filter(topic -> topic.consumers().contains(service))
                .filter(topic -> topic.producers().stream().anyMatch(before::contains))
                .toList();
    }
}
