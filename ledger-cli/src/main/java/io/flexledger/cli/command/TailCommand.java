package io.flexledger.cli.command;

import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.cli.Session;
import io.flexledger.cli.tail.RecordText;
import io.flexledger.cli.tail.TopicReader;
import io.flexledger.contracts.Topics;
import io.flexledger.stack.Ports;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the records of a topic. */
@Command(
        name = "tail",
        mixinStandardHelpOptions = true,
        description = "Show the records of a topic, and new ones as they come.",
        footer = {
            "",
            "Topics: raw-artifact, canonical-event, journal-entry, position-update, nav-snapshot,",
            "fill-standing, gateway-status, fetch-run, alert.",
            "With -n the command ends; without it, Ctrl-C ends it."
        })
public final class TailCommand implements Runnable {

    private static final long CLOSE_SECONDS = 3;

    /** How a record is written. */
    enum Layout {
        PRETTY,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The names the shell completes. */
    static final class TopicNames implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Topics.values()).map(Topics::topic).iterator();
        }
    }

    private final Session session;

    @Parameters(paramLabel = "TOPIC", completionCandidates = TopicNames.class, description = "${COMPLETION-CANDIDATES}")
    private String topic = "";

    @Option(names = "--from-beginning", description = "Start with the oldest record.")
    private boolean fromBeginning;

    @Option(
            names = "-n",
            paramLabel = "N",
            description = "Only the last N records there are, or with --from-beginning the first N.")
    private @Nullable Integer limit;

    @Option(names = "--key", paramLabel = "KEY", description = "Only records with this key, such as an account.")
    private @Nullable String key;

    @Option(
            names = {"-o", "--output"},
            defaultValue = "pretty",
            description = "pretty, or json: one record per line, whole (default: ${DEFAULT-VALUE}).")
    private Layout layout = Layout.PRETTY;

    public TailCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        Topics wanted = Topics.find(topic)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.NOT_FOUND,
                        "there is no topic " + topic,
                        "one of: "
                                + Arrays.stream(Topics.values())
                                        .map(Topics::topic)
                                        .collect(Collectors.joining(", "))));
        Ports ports = StackAccess.of(session).ports();
        CountDownLatch closed = new CountDownLatch(1);
        try (TopicReader reader = new TopicReader(ports, wanted)) {
            Thread hook = stopOnCtrlC(reader, closed);
            Runtime.getRuntime().addShutdownHook(hook);
            read(reader);
        } catch (KafkaException e) {
            throw new CommandFailure(
                    ExitCode.UPSTREAM, "the broker does not answer: " + e.getMessage(), "see ./ledger status", e);
        } finally {
            session.out().flush();
            closed.countDown();
        }
    }

    private void read(TopicReader reader) {
        Predicate<ConsumerRecord<String, byte[]>> filter = record -> key == null || key.equals(record.key());
        if (limit == null) {
            reader.follow(fromBeginning, filter, this::print);
        } else if (fromBeginning) {
            reader.first(limit, filter, this::print);
        } else {
            reader.last(limit, filter, key != null, this::print);
        }
    }

    /** False once nobody reads any more, as when the output goes to {@code head}. */
    private boolean print(ConsumerRecord<String, byte[]> record) {
        session.out()
                .print(
                        switch (layout) {
                            case PRETTY -> RecordText.pretty(record);
                            case JSON -> RecordText.line(record);
                        });
        return !session.out().checkError();
    }

    private static Thread stopOnCtrlC(TopicReader reader, CountDownLatch closed) {
        return new Thread(
                () -> {
                    reader.stop();
                    try {
                        if (!closed.await(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                            System.err.println("the last record may be cut short");
                        }
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                },
                "stop-tail");
    }
}
