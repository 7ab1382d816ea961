package io.flexledger.ingestor.fetch;

import io.flexledger.ingestor.artifact.Scan;
import io.flexledger.ingestor.fetch.Broker.Wanted;
import io.flexledger.ingestor.fetch.Pauses.Pause;
import io.flexledger.ingestor.fetch.Step.Ask;
import io.flexledger.ingestor.fetch.Step.Fetch;
import io.flexledger.ingestor.fetch.Step.GiveUp;
import io.flexledger.ingestor.flex.FlexProblem;
import io.flexledger.ingestor.flex.Reaction;
import io.flexledger.ingestor.intake.Content;
import io.flexledger.ingestor.intake.Spool.Held;
import io.flexledger.ingestor.refusal.Refusal;
import io.flexledger.ingestor.refusal.RefusalCode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries a conversation out, and leaves each step in the run's timeline. */
public final class Talk {

    private final Broker broker;
    private final Pace pace;
    private final Reader reader;
    private final Pauses pauses;
    private final Timeline timeline;

    /** Finds out what bytes are. */
    public interface Reader {
        Scan read(Content bytes) throws IOException;
    }

    /**
     * A report that is here, whole.
     *
     * @param bytes to be closed by whoever takes them
     */
    public record Fetched(Held bytes, Scan.Report report) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }

    public Talk(Broker broker, Pace pace, Reader reader, Pauses pauses, Timeline timeline) {
        this.broker = broker;
        this.pace = pace;
        this.reader = reader;
        this.pauses = pauses;
        this.timeline = timeline;
    }

    /**
     * Blocks until the report is here.
     *
     * @param aside takes what the broker sent in place of a whole report, as evidence
     */
    public Fetched hold(Wanted wanted, Conversation conversation, Aside aside)
            throws FetchFailedException, IOException {
        var begun = pace.now();
        var step = conversation.begin();
        while (true) {
            try {
                switch (step) {
                    case Ask ask -> {
                        timeline.start(Stage.REQUEST);
                        rest(Stage.REQUEST, ask, wanted.query());
                        step = ask(wanted, conversation, aside, begun);
                        if (step instanceof Fetch) {
                            timeline.succeed(Stage.REQUEST, Map.of());
                        }
                    }
                    case Fetch fetch -> {
                        timeline.start(Stage.POLL);
                        rest(Stage.DOWNLOAD, fetch, wanted.query());
                        var bytes = broker.fetch(wanted.query(), fetch.receipt(), watch(Stage.DOWNLOAD));
                        switch (read(bytes)) {
                            case Scan.Report report -> {
                                return arrived(bytes, report);
                            }
                            case Scan.Answer answer -> step = conversation.fetched(answer.answer(), since(begun));
                            case Scan.Refused refused -> step = damaged(refused.refusal(), conversation, begun);
                        }
                        putAside(bytes, step, aside);
                    }
                    case GiveUp giveUp -> throw new FetchFailedException(giveUp.failure());
                }
            } catch (TokenRestsException e) {
                var pause = e.pause();
                var left = Duration.between(pace.now(), pause.notBefore());
                step = conversation.rests(left.isNegative() ? Duration.ZERO : left, pause.reason(), since(begun));
            }
        }
    }

    /** Keeps bytes that are no report. */
    public interface Aside {
        void keep(Held bytes) throws IOException;
    }

    private Fetched arrived(Held bytes, Scan.Report report) {
        timeline.succeed(Stage.POLL, Map.of("poll_attempt", timeline.retries(Stage.DOWNLOAD) + 1));
        timeline.start(Stage.DOWNLOAD);
        timeline.succeed(Stage.DOWNLOAD, Map.of("payload_sha256", bytes.sha256(), "payload_bytes", bytes.size()));
        return new Fetched(bytes, report);
    }

    private Step ask(Wanted wanted, Conversation conversation, Aside aside, Instant begun)
            throws FetchFailedException, TokenRestsException, IOException {
        var bytes = broker.ask(wanted, watch(Stage.REQUEST));
        var step = switch (read(bytes)) {
            case Scan.Answer answer -> conversation.asked(answer.answer(), since(begun));
            case Scan.Refused refused -> damaged(refused.refusal(), conversation, begun);
            case Scan.Report _ -> damaged(unasked(), conversation, begun);
        };
        putAside(bytes, step, aside);
        return step;
    }

    private Scan read(Held bytes) throws IOException {
        try {
            return reader.read(bytes);
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /** What nobody expected is evidence; the broker's usual answers are told in the timeline. */
    private static void putAside(Held bytes, Step step, Aside aside) throws IOException {
        boolean odd = step instanceof GiveUp giveUp
                ? giveUp.failure().cause() == null
                : step instanceof Step.Call call && call.setback() != null && isDamage(call.setback());
        try (bytes) {
            if (odd) {
                aside.keep(bytes);
            }
        }
    }

    private static boolean isDamage(Setback setback) {
        return !setback.code().chars().allMatch(Character::isDigit);
    }

    private Step damaged(Refusal refusal, Conversation conversation, Instant begun) {
        return switch (refusal.code()) {
            case CSV_NOT_SUPPORTED, XML_LIMIT_EXCEEDED, FILE_TOO_LARGE, EXPANDED_TOO_LARGE, DTD_REFUSED ->
                new GiveUp(FlexFailure.fatal(
                        FlexProblem.FLEX_REQUEST, Reaction.FATAL_OPERATOR, refusal.detail(), refusal.nextStep()));
            default -> conversation.damaged(refusal, since(begun));
        };
    }

    private static Refusal unasked() {
        return Refusal.of(
                RefusalCode.NOT_A_STATEMENT,
                "The broker answered a request with a report nobody had asked for yet.",
                "Try again; if it happens again, look at the file of the run.");
    }

    private void rest(Stage stage, Step.Call call, FlexQuery query) {
        @Nullable Setback setback = call.setback();
        if (setback != null) {
            timeline.retry(stage, setback, call.pause());
            if (setback.isOfToken()) {
                pauses.set(query, true, new Pause(pace.now().plus(call.pause()), setback.message(), false));
            }
        }
        if (call.pause().isPositive()) {
            pace.pause(call.pause());
        }
    }

    private Broker.Watch watch(Stage stage) {
        return (setback, pause) -> timeline.retry(stage, setback, pause);
    }

    private Duration since(Instant begun) {
        return Duration.between(begun, pace.now());
    }
}
