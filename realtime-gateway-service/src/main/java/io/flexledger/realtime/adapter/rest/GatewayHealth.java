package io.flexledger.realtime.adapter.rest;

import io.flexledger.realtime.Gateway;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether what the gateway says is seen to. A gateway that is away is none of this process's faults, and another
 * process would not hear it either; its state is only shown. A thread of this process that is gone does not come back:
 * whoever watches the process starts it anew.
 */
@Liveness
@Readiness
@ApplicationScoped
class GatewayHealth implements HealthCheck {

    private final Gateway gateway;

    GatewayHealth(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("gateway")
                .status(gateway.broken() == null)
                .withData("state", gateway.status().state().name().toLowerCase(Locale.ROOT))
                .build();
    }
}
