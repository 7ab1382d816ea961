package io.flexledger.cli.visibility;

import io.flexledger.cli.stack.Service;
import io.flexledger.contracts.Topics;
import java.util.Arrays;
import java.util.List;

/**
 * One service of the pipeline and the topics it reads.
 *
 * @param topics empty for the first
 */
record Stage(Service service, List<Topics> topics) {

    /** In the order of the data, as the register of topics says. */
    static final List<Stage> PIPELINE =
            List.of(of(Service.INGESTOR), of(Service.MAPPER), of(Service.LEDGER), of(Service.REPORT));

    private static Stage of(Service service) {
        return new Stage(
                service,
                Arrays.stream(Topics.values())
                        .filter(topic -> topic.consumer().equals(service.module()))
                        .toList());
    }
}
