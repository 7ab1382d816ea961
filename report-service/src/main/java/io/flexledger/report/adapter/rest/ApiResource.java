package io.flexledger.report.adapter.rest;

import static java.util.Map.entry;

import io.flexledger.web.api.ApiDescription;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where to start. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Health")
public class ApiResource {

    private static final Map<String, String> LINKS = Map.ofEntries(
            entry("pages", "/"),
            entry("accounts", "/api/accounts"),
            entry("summary", "/api/reports/summary"),
            entry("values", "/api/nav"),
            entry("now", "/nav/current"),
            entry("stream", "/api/stream"),
            entry("positions", "/api/positions"),
            entry("trades", "/api/trades"),
            entry("alerts", "/api/alerts"));

    private final Config config;

    ApiResource(Config config) {
        this.config = config;
    }

    @GET
    @Operation(summary = "Name, version, and what there is to ask for")
    public ApiDescription api() {
        return ApiDescription.of(config, LINKS);
    }
}
