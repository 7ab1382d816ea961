package io.flexledger.contracts.progress;

import io.flexledger.contracts.Topics;
import java.util.Map;

/**
 * What can be asked of a running stack about how far its data has come. Services go by the names the register of topics
 * gives them.
 */
public interface Pipeline {

    /** One part of a topic; written {@code raw-artifact-3}, as Kafka does. */
    record Partition(Topics topic, int number) {

        @Override
        public String toString() {
            return topic + "-" + number;
        }
    }

    /**
     * What a service has committed.
     *
     * @param consumed next offset; a partition nothing was read from is absent
     * @param outbox   records that have not reached the broker yet
     */
    record Progress(Map<Partition, Long> consumed, long outbox) {

        public Progress {
            consumed = Map.copyOf(consumed);
        }
    }

    Progress progress(String service);

    /** The offset after the last record, for every partition. */
    Map<Partition, Long> ends(Topics topic);
}
