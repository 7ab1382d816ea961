package io.flexledger.testing;

import io.flexledger.stack.TopicSetup;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.testcontainers.DockerClientFactory;

/** The program {@link TestStack} runs: prints the address, then serves until its standard input ends. */
final class StackProcess {

    static final String READY = "ready";

    /** Held here, because a logger nobody holds forgets its level. */
    private static final Logger ROOT = Logger.getLogger("");

    private StackProcess() {}

    public static void main(String[] args) throws Exception {
        PrintStream answers = System.out;
        System.setOut(System.err); // nobody reads the answers after the last one, and a full pipe would block
        ROOT.setLevel(Level.WARNING);
        try (RunningStack stack = start()) {
            createTopics(stack.address());
            answers.print(stack.address().write());
            answers.println(READY);
            awaitEndOfInput();
        }
        System.exit(0);
    }

    private static RunningStack start() throws Exception {
        return DockerClientFactory.instance().isDockerAvailable() ? ContainerStack.start() : LocalStack.start();
    }

    private static void createTopics(StackAddress address) throws InterruptedException, ExecutionException {
        try (Admin admin =
                Admin.create(Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address.bootstrap()))) {
            TopicSetup.apply(admin);
        }
    }

    private static void awaitEndOfInput() throws IOException {
        while (System.in.read() >= 0) {
            // Nobody writes; the end is the signal, and it comes even when the parent is killed.
        }
    }
}
