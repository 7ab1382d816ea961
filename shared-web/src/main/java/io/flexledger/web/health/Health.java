package io.flexledger.web.health;

import io.flexledger.transport.outage.Outage;
import io.flexledger.web.health.ComponentHealth.Finding;
import io.flexledger.web.health.ComponentHealth.Status;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All components of a service, asked one after the other. */
@ApplicationScoped
class Health {

    private final List<ComponentHealth> components;

    Health(@All List<ComponentHealth> components) {
        this.components = components;
    }

    /** Those without which the service is of no use. */
    Overview required() {
        return of(ComponentHealth::isRequired);
    }

    Overview all() {
        return of(component -> true);
    }

    private Overview of(Predicate<ComponentHealth> chosen) {
        var found = new TreeMap<String, Component>();
        var overall = Overall.UP;
        for (ComponentHealth component : components) {
            if (chosen.test(component)) {
                var finding = find(component);
                found.put(component.name(), Component.of(finding, Instant.now()));
                overall = overall.worse(finding.status(), component.isRequired());
            }
        }
        return new Overview(overall, found);
    }

    /** The message of a failure may quote an address or a password, so only its name is told. */
    private static Finding find(ComponentHealth component) {
        try {
            return component.find();
        } catch (RuntimeException e) {
            return Finding.down(Instant.now(), Outage.name(e));
        }
    }

    /** How a service is as a whole. */
    enum Overall {
        UP,
        /** Something is down that the service can do without. */
        DEGRADED,
        DOWN;

        Overall worse(Status status, boolean required) {
            if (status != Status.DOWN || this == DOWN) {
                return this;
            }
            return required ? DOWN : DEGRADED;
        }
    }

    /** Components by name. */
    record Overview(Overall status, SortedMap<String, Component> components) {

        int httpStatus() {
            return status == Overall.DOWN ? 503 : 200;
        }
    }

    /**
     * One component, as it is told.
     *
     * @param ageSeconds since it was seen so
     */
    record Component(
            Status status,
            @Nullable Long ageSeconds,
            @Nullable String detail) {

        static Component of(Finding finding, Instant now) {
            return new Component(finding.status(), finding.ageSeconds(now), finding.detail());
        }
    }
}
