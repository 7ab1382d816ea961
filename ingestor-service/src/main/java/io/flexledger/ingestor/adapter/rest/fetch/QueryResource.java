package io.flexledger.ingestor.adapter.rest.fetch;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.flexledger.ingestor.Days;
import io.flexledger.ingestor.DueJobs;
import io.flexledger.ingestor.fetch.FlexQuery;
import io.flexledger.ingestor.fetch.FlexSettings;
import io.flexledger.ingestor.fetch.FlexSettings.ConfiguredQuery;
import io.flexledger.ingestor.fetch.LastRun;
import io.flexledger.ingestor.fetch.LastRuns;
import io.flexledger.ingestor.fetch.Pace;
import io.flexledger.ingestor.fetch.Pauses;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The configured queries, and when they run. */
@Path("/ingestion")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Fetching")
public class QueryResource {

    private final FlexSettings settings;
    private final DueJobs jobs;
    private final Days days;
    private final Pauses pauses;
    private final Pace pace;
    private final LastRuns runs;

    QueryResource(FlexSettings settings, DueJobs jobs, Days days, Pauses pauses, Pace pace, LastRuns runs) {
        this.settings = settings;
        this.jobs = jobs;
        this.days = days;
        this.pauses = pauses;
        this.pace = pace;
        this.runs = runs;
    }

    /**
     * A configured query. Its token is never shown.
     *
     * @param notBefore   until when it rests
     * @param pauseReason why
     * @param completeTo  last trading day its reports have told
     * @param wanted      last trading day they should have told by now
     * @param lastStatus  of its last run: started, success or failed
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record QueryView(
            String id,
            String name,
            String role,
            String accountId,
            boolean tokenSet,
            @JsonProperty("not_before_utc") @Nullable Instant notBefore,
            @Nullable String pauseReason,
            @Nullable LocalDate completeTo,
            LocalDate wanted,
            @Nullable Long lastRunId,
            @Nullable String lastStatus) {}

    /**
     * A scheduled job.
     *
     * @param lastAt when it last started
     * @param nextAt when it runs next, or again where the last run did not bring its day
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record JobView(
            String query,
            String job,
            String cron,
            String zone,
            String period,
            @JsonProperty("last_at_utc") @Nullable Instant lastAt,
            @Nullable Long lastRunId,
            @JsonProperty("next_at_utc") @Nullable Instant nextAt) {

        static JobView of(DueJobs.Listed listed) {
            var job = listed.job();
            return new JobView(
                    job.query(),
                    job.name(),
                    job.cron().toString(),
                    job.zone().getId(),
                    job.period().text(),
                    listed.state().startedAt(),
                    listed.state().lastRun(),
                    listed.next());
        }
    }

    /** A list that is short enough to be whole. */
    public record Items<T>(List<T> items) {}

    @GET
    @Path("/queries")
    @Operation(summary = "The configured Flex queries, with how far each is")
    @APIResponse(responseCode = "200", description = "All of them; empty where the web service is not used")
    public Items<QueryView> queries() {
        return new Items<>(settings.queries().stream()
                .map(ConfiguredQuery::query)
                .map(this::view)
                .toList());
    }

    @GET
    @Path("/schedule")
    @Operation(summary = "The scheduled jobs, with when each ran and runs next")
    @APIResponse(responseCode = "200", description = "All of them")
    public Items<JobView> schedule() {
        return new Items<>(jobs.list().stream().map(JobView::of).toList());
    }

    private QueryView view(FlexQuery query) {
        var pause = pauses.find(query, pace.now());
        var last = runs.of(query);
        return new QueryView(
                query.id(),
                query.name(),
                query.role().text(),
                query.account().value(),
                true,
                pause.map(Pauses.Pause::notBefore).orElse(null),
                pause.map(Pauses.Pause::reason).orElse(null),
                days.completeTo(query).orElse(null),
                days.wanted(),
                last.map(LastRun::id).orElse(null),
                last.map(LastRun::status).orElse(null));
    }
}
