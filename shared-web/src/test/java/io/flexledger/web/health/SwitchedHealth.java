package io.flexledger.web.health;

import io.flexledger.web.health.ComponentHealth.Finding;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.function.Supplier;

/** Two components a test can break: one a service can do without, and one it cannot. */
class SwitchedHealth {

    static volatile Supplier<Finding> flex = SwitchedHealth::seen;
    static volatile Supplier<Finding> engine = SwitchedHealth::seen;

    private SwitchedHealth() {}

    static void mend() {
        flex = SwitchedHealth::seen;
        engine = SwitchedHealth::seen;
    }

    private static Finding seen() {
        return Finding.up(Instant.now().minusSeconds(90));
    }

    @Singleton
    static class Flex implements ComponentHealth {

        @Override
        public String name() {
            return "flex";
        }

        @Override
        public Finding find() {
            return flex.get();
        }
    }

    @Singleton
    static class Engine implements ComponentHealth {

        @Override
        public String name() {
            return "engine";
        }

        @Override
        public boolean isRequired() {
            return true;
        }

        @Override
        public Finding find() {
            return engine.get();
        }
    }
}
