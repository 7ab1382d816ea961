package io.flexledger.ingestor;

import io.flexledger.contracts.RawArtifact;
import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.contracts.progress.StandstillException;
import io.flexledger.ingestor.fetch.Broker;
import io.flexledger.ingestor.fetch.Conversation;
import io.flexledger.ingestor.fetch.Ending;
import io.flexledger.ingestor.fetch.Ending.Counts;
import io.flexledger.ingestor.fetch.Ending.Mapping;
import io.flexledger.ingestor.fetch.FetchFailedException;
import io.flexledger.ingestor.fetch.FetchLog;
import io.flexledger.ingestor.fetch.FetchOrder;
import io.flexledger.ingestor.fetch.FlexFailure;
import io.flexledger.ingestor.fetch.FlexSettings;
import io.flexledger.ingestor.fetch.Locks.Lock;
import io.flexledger.ingestor.fetch.Pace;
import io.flexledger.ingestor.fetch.Pauses;
import io.flexledger.ingestor.fetch.Pauses.Pause;
import io.flexledger.ingestor.fetch.Stage;
import io.flexledger.ingestor.fetch.StageEntry;
import io.flexledger.ingestor.fetch.Talk;
import io.flexledger.ingestor.fetch.Talk.Fetched;
import io.flexledger.ingestor.fetch.Telling;
import io.flexledger.ingestor.fetch.Timeline;
import io.flexledger.ingestor.flex.FlexProblem;
import io.flexledger.ingestor.flex.Reaction;
import io.flexledger.ingestor.intake.Outcome;
import io.flexledger.ingestor.intake.ScanResult;
import io.flexledger.ingestor.intake.Spool.Held;
import io.flexledger.ingestor.intake.StatementResult;
import io.flexledger.ingestor.refusal.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One fetch from the first call to the broker to the day it is told. Everything up to the publishing can be done again
 * without harm: a report that comes twice is known by its bytes.
 */
@ApplicationScoped
class FetchStages {

    private static final Logger LOG = Logger.getLogger(FetchStages.class);
    private static final String NOTHING_NEW = "no_new_raw_rows_for_run";

    private final Broker broker;
    private final FlexSettings settings;
    private final Talk.Reader reader;
    private final Intake intake;
    private final Copies copies;
    private final Telling telling;
    private final FetchLog log;
    private final Pauses pauses;
    private final Pace pace;
    private final MeterRegistry meters;

    FetchStages(
            Broker broker,
            FlexSettings settings,
            Talk.Reader reader,
            Intake intake,
            Copies copies,
            Telling telling,
            FetchLog log,
            Pauses pauses,
            Pace pace,
            MeterRegistry meters) {
        this.broker = broker;
        this.settings = settings;
        this.reader = reader;
        this.intake = intake;
        this.copies = copies;
        this.telling = telling;
        this.log = log;
        this.pauses = pauses;
        this.pace = pace;
        this.meters = meters;
    }

    /** Never throws for what the broker or the report did; a fault of this program or the database ends it as failed. */
    Ending run(long run, FetchOrder order, Lock lock) {
        var timeline = new Timeline(pace::now, (changed, entries) -> {
            log.stages(run, entries);
            LOG.infof("Stage: run=%d stage=%s status=%s", run, changed.stage().label(), changed.status());
            count(changed);
        });
        try (var fetched = fetch(order, timeline)) {
            pauses.clear(order.query());
            lock.verify();
            return keep(run, order, fetched, timeline);
        } catch (FetchFailedException e) {
            return failed(order, e.failure(), timeline);
        } catch (StandstillException e) {
            return failed(
                    timeline,
                    "PIPELINE_STANDS_STILL",
                    e.getMessage() + ". What was fetched is published, and goes on by itself when the service does.",
                    "See ./ledger status and the log of " + e.service() + ".");
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "Run broke: run=%d", run);
            return failed(
                    timeline,
                    "INTERNAL_ERROR",
                    "The run broke: " + e.getClass().getSimpleName() + ".",
                    "Look at the service's log for the run's id; a report that was kept is finished by itself.");
        }
    }

    /** Codes of the broker, and names of faults below them; of a run's end the same, and what ended it. */
    private void count(StageEntry entry) {
        if (entry.facts().getOrDefault("broker_code", entry.facts().get("error_code")) instanceof String code) {
            meters.counter("ledger.flex.responses", "code", code).increment();
        }
    }

    private Fetched fetch(FetchOrder order, Timeline timeline) throws FetchFailedException, IOException {
        var conversation =
                new Conversation(settings.retry(), ThreadLocalRandom.current()::nextDouble, broker::isBrokers);
        return new Talk(broker, pace, reader, pauses, timeline)
                .hold(order.wanted(), conversation, bytes -> setAside(order, bytes));
    }

    /** As a file that is refused, so that it can be read later; a whole report nobody asked for is one like any other. */
    private void setAside(FetchOrder order, Held bytes) throws IOException {
        try {
            var sections = Set.copyOf(order.query().role().sections());
            intake.publish(intake.keep(bytes, fileName(order), sections), bytes);
        } finally {
            intake.done(bytes.sha256());
        }
    }

    private Ending keep(long run, FetchOrder order, Fetched fetched, Timeline timeline) throws IOException {
        timeline.start(Stage.PERSIST);
        var role = order.query().role();
        try {
            var file = intake.keep(fetched.bytes(), fileName(order), Set.copyOf(role.sections()));
            log.kept(run, file.sha256());
            timeline.succeed(
                    Stage.PERSIST,
                    Map.of(
                            "payload_sha256", file.sha256(),
                            "chain_position", file.link().position(),
                            "first_received_at_utc", file.receivedAt().toString()));
            timeline.start(Stage.PUBLISH);
            var missing = role.missing(fetched.report().sections());
            return published(order, intake.publish(file, fetched.bytes()), missing, fetched.bytes(), timeline);
        } finally {
            intake.done(fetched.bytes().sha256());
        }
    }

    private Ending published(FetchOrder order, ScanResult result, List<String> missing, Held bytes, Timeline timeline)
            throws IOException {
        var counts = counts(result);
        if (!result.isAccepted()) {
            var refusal = result.firstRefusal().orElseThrow(() -> new IllegalStateException("refused without reason"));
            timeline.fail(Stage.PUBLISH, facts(result, counts, refusal));
            return new Ending(false, counts, error(refusal), missing, null, null);
        }
        copies.keep(order, result, bytes);
        telling.awaitSent();
        timeline.succeed(Stage.PUBLISH, facts(result, counts, null));
        return told(result, counts, timeline);
    }

    private Ending told(ScanResult result, Counts counts, Timeline timeline) {
        var added = added(result);
        var error = result.firstRefusal().map(FetchStages::error).orElse(null);
        timeline.start(Stage.CANONICAL_MAPPING);
        var begun = pace.now();
        var rows = telling.awaitMapped(added);
        if (added.isEmpty()) {
            // An earlier run's statements may still be on their way: known is not told.
            timeline.skip(Stage.CANONICAL_MAPPING, NOTHING_NEW);
            timeline.start(Stage.SNAPSHOT);
            telling.awaitTold();
            timeline.skip(Stage.SNAPSHOT, NOTHING_NEW);
            return new Ending(true, counts, error, List.of(), null, NOTHING_NEW);
        }
        if (rows.isEmpty()) {
            timeline.skip(Stage.CANONICAL_MAPPING, "mapper_not_configured");
            timeline.skip(Stage.SNAPSHOT, "mapper_not_configured");
            return new Ending(true, counts, error, List.of(), null, "mapper_not_configured");
        }
        var mapping =
                new Mapping(rows.getAsInt(), Duration.between(begun, pace.now()).toMillis());
        timeline.succeed(Stage.CANONICAL_MAPPING, Map.of("canonical_input_row_count", mapping.rows()));
        timeline.start(Stage.SNAPSHOT);
        if (telling.awaitTold()) {
            timeline.succeed(Stage.SNAPSHOT, Map.of());
        } else {
            timeline.skip(Stage.SNAPSHOT, "report_not_configured");
        }
        return new Ending(true, counts, error, List.of(), mapping, null);
    }

    private static List<ArtifactId> added(ScanResult result) {
        return artifacts(result, Outcome.NEW).map(RawArtifact::id).toList();
    }

    private static Stream<RawArtifact> artifacts(ScanResult result, Outcome outcome) {
        return result.statements().stream()
                .filter(statement -> statement.outcome() == outcome)
                .map(StatementResult::artifact)
                .filter(Objects::nonNull);
    }

    private static Counts counts(ScanResult result) {
        return new Counts(
                Math.toIntExact(result.count(Outcome.NEW)),
                Math.toIntExact(result.count(Outcome.DUPLICATE)),
                Math.toIntExact(result.count(Outcome.REJECTED)));
    }

    private static Map<String, Object> facts(ScanResult result, Counts counts, @Nullable Refusal refusal) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put(
                "raw_artifact_ids",
                added(result).stream().map(ArtifactId::sha256).toList());
        facts.put("deduplicated", counts.isDuplicate());
        facts.put("inserted_row_count", counts.added());
        facts.put("dedup_row_count", counts.known());
        facts.put("rejected_row_count", counts.rejected());
        if (refusal != null) {
            facts.put("error_code", refusal.code().name());
            facts.put("error_message", refusal.detail());
        }
        return facts;
    }

    private static Ending.Reason error(Refusal refusal) {
        return new Ending.Reason(refusal.code().name(), refusal.detail(), refusal.nextStep(), false);
    }

    private Ending failed(FetchOrder order, FlexFailure failure, Timeline timeline) {
        var rest = failure.rest();
        if (rest.length().isPositive()) {
            pauses.set(
                    order.query(),
                    rest.ofToken(),
                    new Pause(pace.now().plus(rest.length()), failure.detail(), rest.unattended()));
        }
        var facts = new LinkedHashMap<String, Object>();
        facts.put("error_code", failure.problem().name());
        facts.put("error_message", failure.detail());
        facts.put("error_type", errorType(failure));
        facts.put("next_step", failure.nextStep());
        if (failure.cause() != null) {
            facts.put("broker_code", failure.cause());
        }
        timeline.fail(timeline.current(), facts);
        boolean passing = failure.reaction() != Reaction.FATAL_OPERATOR && failure.reaction() != Reaction.FATAL_BUG;
        return Ending.failed(
                new Ending.Reason(failure.problem().name(), failure.detail(), failure.nextStep(), passing));
    }

    private static String errorType(FlexFailure failure) {
        boolean late = failure.problem() == FlexProblem.FLEX_TIMEOUT
                || failure.reaction() == Reaction.POLL
                || "TIMEOUT".equals(failure.cause());
        return late ? "TimeoutError" : failure.reaction().name();
    }

    private static Ending failed(Timeline timeline, String code, String message, String nextStep) {
        timeline.fail(timeline.current(), Map.of("error_code", code, "error_message", message));
        return Ending.failed(new Ending.Reason(code, message, nextStep, true));
    }

    private static String fileName(FetchOrder order) {
        return order.from() == null
                ? order.query().name() + ".xml"
                : "%s_%s_%s.xml".formatted(order.query().name(), order.from(), order.to());
    }
}
