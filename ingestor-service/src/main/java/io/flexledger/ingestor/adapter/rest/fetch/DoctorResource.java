package io.flexledger.ingestor.adapter.rest.fetch;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.flexledger.ingestor.doctor.Check;
import io.flexledger.ingestor.doctor.Finding;
import io.flexledger.transport.outage.Outage;
import io.quarkus.arc.All;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Looks for what may be wrong here. The checks run side by side, and none can hide another. */
@Path("/ingestion/doctor")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Fetching")
public class DoctorResource {

    private static final long PATIENCE_SECONDS = 12;

    private final List<Check> checks;

    DoctorResource(@All List<Check> checks) {
        this.checks = checks;
    }

    /**
     * A check with what it found.
     *
     * @param status pass, skip, warn or fail
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record CheckView(
            String name,
            String status,
            String detail,
            @Nullable String nextStep) {

        static CheckView of(String name, Finding finding) {
            return new CheckView(
                    name, finding.status().name().toLowerCase(Locale.ROOT), finding.detail(), finding.nextStep());
        }
    }

    /** All of them, by name. */
    public record Report(List<CheckView> checks) {}

    @GET
    @Operation(
            summary = "Checks what fetching and taking in need",
            description = "Disk, database, message broker, settings, the way to the Flex Web Service, clock,"
                    + " directories, pauses, days and connections. Sends the Flex Web Service no request.")
    @APIResponse(responseCode = "200", description = "One line for each check, whatever it found")
    public RestResponse<Report> doctor() {
        var results = new LinkedHashMap<String, Future<Finding>>();
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            checks.forEach(check -> results.put(check.name(), threads.submit(check::find)));
            var found = results.entrySet().stream()
                    .map(result -> CheckView.of(result.getKey(), finding(result.getValue())))
                    .sorted((one, other) -> one.name().compareTo(other.name()))
                    .toList();
            return RestResponse.ResponseBuilder.ok(new Report(found))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        } finally {
            threads.shutdownNow();
        }
    }

    /** A failure's message may quote an address or a password, so only its name is told. */
    private static Finding finding(Future<Finding> result) {
        try {
            return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            return Finding.fail(
                    "it could not be checked: " + Outage.name(e.getCause() == null ? e : e.getCause()),
                    "See whether it runs and can be reached, and look at the service's log.");
        } catch (TimeoutException _) {
            return Finding.fail(
                    "no answer within %d s".formatted(PATIENCE_SECONDS),
                    "See whether it runs and can be reached, and look at the service's log.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during checks", e);
        }
    }
}
