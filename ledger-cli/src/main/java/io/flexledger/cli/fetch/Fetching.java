package io.flexledger.cli.fetch;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.Talk;
import io.flexledger.cli.client.Problem;
import io.flexledger.cli.client.ServiceClient.Answer;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Starts runs, one after another because an account has one at a time, and follows each to its end. */
public final class Fetching {

    private static final Set<String> LATER = Set.of("RUN_ALREADY_ACTIVE", "FLEX_PAUSED");
    private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

    private final Ingestor ingestor;
    private final Talk talk;
    private final Pause pause;
    private final Duration patience;

    /** @param patience how long to wait for another run of the account, or for a pause the broker asked for */
    public Fetching(Ingestor ingestor, Talk talk, Pause pause, Duration patience) {
        this.ingestor = ingestor;
        this.talk = talk;
        this.pause = pause;
        this.patience = patience;
    }

    /** A result for each request, refused ones too. */
    public List<RunResult> run(List<RunRequest> requests, boolean wait) {
        List<RunResult> results = new ArrayList<>();
        for (RunRequest request : requests) {
            RunResult result = run(request, wait);
            talk.progressDone();
            result.failure().ifPresentOrElse(talk::error, () -> talk.say(result.sentence()));
            results.add(result);
        }
        return results;
    }

    private RunResult run(RunRequest request, boolean wait) {
        try {
            Answer answer = start(request);
            if (!answer.good()) {
                return RunResult.refused(
                        request.label(),
                        Problem.of(answer).code(),
                        Problem.of(answer).failure(ingestor.service()));
            }
            JsonNode run = ingestor.good(answer);
            return RunResult.of(request.label(), wait ? follow(run) : whole(run));
        } catch (CommandFailure e) {
            return RunResult.refused(request.label(), "", e);
        }
    }

    private Answer start(RunRequest request) {
        Duration left = patience;
        boolean said = false;
        while (true) {
            Answer answer = ingestor.start(request);
            Problem problem = Problem.of(answer);
            Duration until = answer.retryAfter().orElse(ASK_AGAIN);
            if (answer.good() || !LATER.contains(problem.code()) || until.compareTo(left) > 0) {
                return answer;
            }
            if (!said) {
                talk.say("%s: waits for up to %d min, %s"
                        .formatted(request.label(), left.toMinutes(), problem.detail()));
                said = true;
            }
            talk.progress("%s: waits %d s, %s".formatted(request.label(), until.toSeconds(), problem.code()));
            pause.last(until);
            left = left.minus(until);
        }
    }

    /** An answer may be no more than the number of the run. */
    private JsonNode whole(JsonNode run) {
        return run.hasNonNull("status") ? run : ingestor.run(run.path("run_id").asLong());
    }

    /** Says each stage once it is over; what goes on meanwhile is shown where a line can be redrawn. */
    private JsonNode follow(JsonNode started) {
        long id = started.path("run_id").asLong();
        Stages stages = new Stages(ZoneId.systemDefault());
        Told told = new Told();
        try (Interruption _ = Interruption.says(talk, "run %d goes on; see ./ledger runs show %d".formatted(id, id))) {
            return new Watch(pause)
                    .until(
                            run -> !run.path("status").asText().equals("started"),
                            () -> ingestor.run(id),
                            run -> told.tell(run, stages));
        }
    }

    /** What has been said of a run: an attempt when it failed, a stage when it is over. */
    private final class Told {

        private final Set<String> said = new HashSet<>();

        void tell(JsonNode run, Stages stages) {
            JsonNode diagnostics = run.path("diagnostics");
            for (int i = 0; i < diagnostics.size(); i++) {
                JsonNode stage = diagnostics.path(i);
                String status = stage.path("status").asText();
                if (status.equals("started")) {
                    talk.progress(stages.line(stage));
                } else if (said.add(i + status)) {
                    talk.progressDone();
                    talk.say(stages.line(stage));
                }
            }
        }
    }
}
