package io.flexledger.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives a Quarkus test the broker and the database of {@link TestStack}: {@code @WithTestResource(StackResource.class)}.
 *
 * <p>Both outlive the application under test, so restarting it costs nothing and finds what it left; a test that needs
 * an empty table empties it, or uses an account of its own.
 */
public final class StackResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return TestStack.running().settings();
    }

    @Override
    public void stop() {
        // The stack ends with the JVM.
    }
}
