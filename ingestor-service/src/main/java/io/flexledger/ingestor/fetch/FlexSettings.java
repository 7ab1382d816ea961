package io.flexledger.ingestor.fetch;

import io.flexledger.ingestor.schedule.Job;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is configured of the broker's service, and sound.
 *
 * @param queries none where the service is not used
 * @param baseUrl ends with a slash
 * @param hosts   that a download may lead to
 */
public record FlexSettings(List<ConfiguredQuery> queries, RetrySettings retry, String baseUrl, Set<String> hosts) {

    /** The broker's own. */
    public static final Set<String> BROKER_HOSTS =
            Set.of("ndcdyn.interactivebrokers.com", "gdcdyn.interactivebrokers.com");

    public static final String BROKER_URL = "https://ndcdyn.interactivebrokers.com/AccountManagement/FlexWebService/";

    /**
     * A query with when it runs.
     *
     * @param saved whether it is always asked for the period saved with it, whatever a job would ask for
     */
    public record ConfiguredQuery(FlexQuery query, List<Job> jobs, boolean saved) {

        public ConfiguredQuery {
            jobs = List.copyOf(jobs);
        }
    }

    public FlexSettings {
        queries = List.copyOf(queries);
        hosts = Set.copyOf(hosts);
    }

    /** Of one of the two calls. */
    public String url(String call) {
        return baseUrl + call;
    }

    public boolean isConfigured() {
        return !queries.isEmpty();
    }

    /** By name or id. */
    public Optional<FlexQuery> find(String nameOrId) {
        return queries.stream()
                .map(ConfiguredQuery::query)
                .filter(query -> query.name().equals(nameOrId) || query.id().equals(nameOrId))
                .findFirst();
    }
}
