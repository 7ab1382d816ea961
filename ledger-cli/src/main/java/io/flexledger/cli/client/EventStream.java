package io.flexledger.cli.client;

import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Follows what a service pushes, across its restarts; after a break the service tells everything anew. */
public final class EventStream {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final ServiceClient service;
    private final String path;
    private final Consumer<String> news;
    private boolean connected;
    private boolean wanted = true;

    /** @param news is told when the stream broke */
    public EventStream(ServiceClient service, String path, Consumer<String> news) {
        this.service = service;
        this.path = path;
        this.news = news;
    }

    /**
     * Fails only when there is no stream from the start.
     *
     * @param reader gives false once it wants no more
     */
    public void follow(Map<String, String> query, Predicate<ServerEvent> reader) {
        Duration pause = FIRST_PAUSE;
        while (wanted) {
            boolean heard = false;
            try (Stream<String> lines = service.lines(path, query)) {
                connected = true;
                heard = read(lines.iterator(), reader);
            } catch (UncheckedIOException _) {
                heard = true; // It broke in the middle.
            } catch (CommandFailure e) {
                if (!connected || e.exitCode() != ExitCode.UPSTREAM) {
                    throw e;
                }
            }
            if (wanted) {
                pause = heard ? FIRST_PAUSE : longer(pause);
                news.accept(
                        "the stream of %s ended; trying again in %d s".formatted(service.service(), pause.toSeconds()));
                sleep(pause);
            }
        }
    }

    private boolean read(Iterator<String> lines, Predicate<ServerEvent> reader) {
        EventReader events = new EventReader();
        boolean heard = false;
        while (wanted && lines.hasNext()) {
            Optional<ServerEvent> event = events.line(lines.next());
            if (event.isPresent()) {
                heard = true;
                wanted = reader.test(event.get());
            }
        }
        return heard;
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.FAILED, "interrupted while waiting", null, e);
        }
    }
}
