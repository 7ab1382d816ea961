package io.flexledger.transport;

import io.flexledger.testing.TestStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The test stack, with the topics the channel reads and writes. */
public final class ChannelResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        var stack = TestStack.running();
        try (var topics = new TransportTopics(stack.bootstrap())) {
            topics.ensure(StoreNumbers.TOPIC);
            topics.ensure(StoreNumbers.NEXT_TOPIC);
        }
        return stack.settings();
    }

    @Override
    public void stop() {
        // The stack ends with the JVM.
    }
}
