package io.flexledger.transport;

import io.flexledger.stack.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives a Quarkus test a stack it may break. */
public final class FaultyStackResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable FaultyStack stack;

    @Override
    public Map<String, String> start() {
        try {
            stack = new FaultyStack(Files.createTempDirectory("flexledger-faulty-stack"), Ports.free());
            Map<String, String> settings = stack.start();
            try (var topics = new TransportTopics(stack.ports().bootstrap())) {
                topics.ensure(StoreNumbers.TOPIC);
                topics.ensure(StoreNumbers.NEXT_TOPIC);
            }
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (stack == null) {
            return;
        }
        stack.stop();
        try (Stream<Path> files = Files.walk(stack.directory())) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
