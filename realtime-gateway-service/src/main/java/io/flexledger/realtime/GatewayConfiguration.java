package io.flexledger.realtime;

import io.flexledger.realtime.adapter.gateway.GatewayAddress;
import io.flexledger.realtime.adapter.gateway.GatewayConnection;
import io.flexledger.realtime.session.SessionSettings;
import io.flexledger.realtime.session.outage.Backoff;
import io.flexledger.realtime.session.outage.OutageCalendar;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The connection as it is set up; enabled with settings that cannot be used, this service does not start. */
@ApplicationScoped
class GatewayConfiguration {

    /** Not started: whoever may listen starts it. */
    @Produces
    @Singleton
    @Startup
    GatewayConnection connection(RealtimeConfig config) {
        RealtimeConfig.Gateway gateway = config.gateway();
        List<String> faults = GatewaySettingsCheck.faults(gateway);
        if (gateway.enabled() && !faults.isEmpty()) {
            throw new IllegalStateException(String.join(" ", faults));
        }
        return new GatewayConnection(new GatewayAddress(gateway.host(), gateway.portInUse()), settings(gateway));
    }

    void closes(@Disposes GatewayConnection connection) {
        connection.stop();
    }

    static SessionSettings settings(RealtimeConfig.Gateway gateway) {
        return new SessionSettings(
                new SessionSettings.Client(
                        gateway.clientId(),
                        gateway.fallbackClientId().isPresent()
                                ? gateway.fallbackClientId().getAsInt()
                                : null,
                        gateway.messagesPerSecond()),
                new SessionSettings.Limits(
                        gateway.timeouts().connect(),
                        gateway.timeouts().greeting(),
                        gateway.timeouts().ready(),
                        gateway.heartbeat().timeout(),
                        gateway.timeouts().answer()),
                new SessionSettings.Rhythm(gateway.heartbeat().every(), gateway.roundEvery()),
                new Backoff(
                        gateway.backoff().first(),
                        gateway.backoff().most(),
                        gateway.backoff().inOutage()),
                new OutageCalendar(
                        gateway.outages().zone(),
                        gateway.outages().daily(),
                        gateway.outages().logOut()));
    }
}
