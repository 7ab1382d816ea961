package io.flexledger.ingestor;

import io.flexledger.ingestor.fetch.FlexSettings;
import io.flexledger.ingestor.fetch.FlexSettingsReader;
import io.flexledger.ingestor.fetch.InvalidSettingsException;
import io.flexledger.ingestor.fetch.WebAddress;
import io.flexledger.ingestor.fetch.WrittenSettings;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The settings of the broker's service; with any that cannot be used, this service does not start. */
@ApplicationScoped
class FlexConfiguration {

    private final IngestorConfig config;
    private final FlexQueryConfig queries;
    private final FlexQueryEnvironment environment;

    FlexConfiguration(IngestorConfig config, FlexQueryConfig queries, FlexQueryEnvironment environment) {
        this.config = config;
        this.queries = queries;
        this.environment = environment;
    }

    @Produces
    @Singleton
    @Startup
    FlexSettings settings() {
        try {
            var settings = FlexSettingsReader.read(written());
            refuseForeignTime(settings);
            return settings;
        } catch (InvalidSettingsException e) {
            throw new IllegalStateException(e.getMessage()); // no cause: the message says it all
        }
    }

    /** A clock that is wrong on purpose must never ask the real broker. */
    private void refuseForeignTime(FlexSettings settings) {
        boolean simulated =
                config.simulated().start().isPresent() || config.simulated().speed() != 1;
        if (simulated
                && !WebAddress.parse(settings.baseUrl())
                        .map(WebAddress::isLoopback)
                        .orElse(false)) {
            throw new IllegalStateException("FLEXLEDGER_SIMULATED_START and _SPEED are for a simulated broker on this"
                    + " machine; unset them, or let IBKR_FLEX_BASE_URL lead to one.");
        }
    }

    private WrittenSettings written() {
        var flex = config.flex();
        var values = new HashMap<String, String>();
        put(values, "ACCOUNT_ID", flex.account());
        put(values, "IBKR_FLEX_TOKEN", flex.token());
        put(values, "IBKR_FLEX_QUERY_ID", flex.queryId());
        put(values, "IBKR_FLEX_BASE_URL", flex.baseUrl());
        put(values, "IBKR_FLEX_ALLOWED_HOSTS", flex.allowedHosts());
        put(values, "IBKR_FLEX_INITIAL_WAIT_SECONDS", flex.initialWaitSeconds());
        put(values, "IBKR_FLEX_RETRY_ATTEMPTS", flex.retryAttempts());
        put(values, "IBKR_FLEX_BACKOFF_BASE_SECONDS", flex.backoffBaseSeconds());
        put(values, "IBKR_FLEX_BACKOFF_MAX_SECONDS", flex.backoffMaxSeconds());
        put(values, "IBKR_FLEX_JITTER_MIN_MULTIPLIER", flex.jitterMinMultiplier());
        put(values, "IBKR_FLEX_JITTER_MAX_MULTIPLIER", flex.jitterMaxMultiplier());
        put(values, "IBKR_FLEX_DEADLINE_SECONDS", flex.deadlineSeconds());
        return new WrittenSettings(
                values,
                Stream.concat(queries.queries().stream(), environment.queries().stream())
                        .map(FlexConfiguration::written)
                        .toList());
    }

    private static Map<String, String> written(FlexQueryConfig.Query query) {
        var values = new HashMap<String, String>();
        put(values, "id", query.id());
        put(values, "name", query.name());
        put(values, "role", query.role());
        put(values, "account", query.account());
        put(values, "token", query.token());
        put(values, "schedule", query.schedule());
        put(values, "period", query.period());
        return values;
    }

    private static void put(Map<String, String> values, String name, Optional<String> value) {
        value.ifPresent(text -> values.put(name, text));
    }
}
