package io.flexledger.transport.outage;

import io.flexledger.transport.outage.Part.Kind;
import io.flexledger.transport.outage.Troubles.Stand;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while nothing waits for the database or the broker and nothing has stopped. Reports; asks nobody. */
@Readiness
@ApplicationScoped
public class TransportHealth implements HealthCheck {

    private final Troubles troubles;

    TransportHealth(Troubles troubles) {
        this.troubles = troubles;
    }

    @Override
    public HealthCheckResponse call() {
        var now = troubles.now();
        var response = HealthCheckResponse.named("transport").status(now.isEmpty());
        for (Kind kind : Kind.values()) {
            response.withData(kind.name().toLowerCase(Locale.ROOT), standing(kind));
        }
        troubles.lastError().ifPresent(error -> response.withData("lastError", error));
        return response.build();
    }

    private String standing(Kind kind) {
        return troubles.now().entrySet().stream()
                .filter(trouble -> trouble.getKey().kind() == kind)
                .map(trouble -> trouble.getValue().stand())
                .max(Stand::compareTo)
                .map(stand -> stand.name().toLowerCase(Locale.ROOT))
                .orElse("up");
    }
}
