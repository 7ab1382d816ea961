package io.flexledger.report;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with the limits of alerts; each fault says which setting, its value, and what to do. With any, the
 * service does not start: a limit that is never or always passed would keep everything quiet, or nothing.
 */
@ApplicationScoped
class AlertSettingsCheck {

    private static final String PREFIX = "report.alerts.";

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST_ROUND = Duration.ofHours(1);
    private static final Duration LONGEST_PATIENCE = Duration.ofDays(1);
    private static final Duration LONGEST_AGE = Duration.ofDays(36500);
    private static final int MOST_DAYS = 31;

    private final ReportConfig config;

    AlertSettingsCheck(ReportConfig config) {
        this.config = config;
    }

    /** Before anything is made of them. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        var faults = faults(config.alerts());
        if (!faults.isEmpty()) {
            throw new IllegalStateException(String.join(" ", faults));
        }
    }

    /** Empty when they can be used. */
    static List<String> faults(ReportConfig.Alerts alerts) {
        List<String> faults = new ArrayList<>();
        between("every", alerts.every(), SHORTEST, LONGEST_ROUND, "5s", faults);
        between("max-age", alerts.maxAge(), SHORTEST, LONGEST_AGE, "5d", faults);
        between("gateway-patience", alerts.gatewayPatience(), Duration.ZERO, LONGEST_PATIENCE, "20s", faults);
        between("break-patience", alerts.breakPatience(), Duration.ZERO, LONGEST_PATIENCE, "20s", faults);
        between("run-patience", alerts.runPatience(), Duration.ZERO, LONGEST_PATIENCE, "35m", faults);
        between("expiry-days", alerts.expiryDays(), 0, MOST_DAYS, "2", faults);
        between("cushion", alerts.cushion(), BigDecimal.ZERO, BigDecimal.ONE, "0.10 for ten percent", faults);
        return List.copyOf(faults);
    }

    private static <T extends Comparable<T>> void between(
            String key, T value, T least, T most, String example, List<String> faults) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            faults.add(PREFIX
                    + "%s is %s; set it to at least %s and at most %s, such as %s."
                            .formatted(key, value, least, most, example));
        }
    }
}
