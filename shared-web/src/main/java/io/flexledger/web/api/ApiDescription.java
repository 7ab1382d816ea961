package io.flexledger.web.api;

import static java.util.Map.entry;

import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;

/**
 * The first thing to read of an API.
 *
 * @param version of the build, for example {@code 0.1.0}
 * @param links   paths by what is there
 */
public record ApiDescription(String name, String version, Map<String, String> links) {

    private static final Map<String, String> EVERYWHERE = Map.ofEntries(
            entry("health", "/api/health"),
            entry("healthDetailed", "/api/health/detailed"),
            entry("metrics", "/metrics"),
            entry("openapi", "/openapi"));

    /** Of the application that is running; what every service has is linked already. */
    public static ApiDescription of(Config config, Map<String, String> links) {
        var all = new TreeMap<>(EVERYWHERE);
        all.putAll(links);
        return new ApiDescription(
                config.getValue("quarkus.application.name", String.class),
                config.getValue("quarkus.application.version", String.class),
                all);
    }
}
