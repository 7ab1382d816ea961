package io.flexledger.realtime.adapter.rest;

import io.flexledger.realtime.RealtimeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the gateway is listened to. Being disabled is a choice, so it is not a fault. */
@Readiness
@ApplicationScoped
class GatewayHealth implements HealthCheck {

    private final RealtimeConfig config;

    GatewayHealth(RealtimeConfig config) {
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("gateway")
                .status(!config.gateway().enabled()) // no connection is made yet, so enabled cannot be ready
                .withData("state", config.gateway().enabled() ? "disconnected" : "disabled")
                .build();
    }
}
