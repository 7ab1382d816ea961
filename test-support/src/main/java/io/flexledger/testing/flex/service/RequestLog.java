package io.flexledger.testing.flex.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Every request in the order of arrival, and which of them broke the limits. A refused request counts like any other. */
public final class RequestLog {

    private static final int FINGERPRINT = 16;

    private final Limits limits;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final List<LoggedRequest> requests = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();

    /** @param nanos in which the limits are measured */
    public RequestLog(Limits limits, InstantSource clock, LongSupplier nanos) {
        this.limits = limits;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** Notes a request, and says if it came too early. */
    public synchronized Optional<Violation> arrived(Endpoint endpoint, Map<String, String> params) {
        Map<String, String> shown = new HashMap<>(params);
        String token = shown.remove("t");
        LoggedRequest request = new LoggedRequest(
                clock.instant(),
                nanos.getAsLong(),
                endpoint,
                params.getOrDefault("q", ""),
                token == null ? "" : fingerprint(token),
                shown);
        Optional<Violation> violation = brokenRule(request).map(rule -> new Violation(request, rule));
        requests.add(request);
        violation.ifPresent(violations::add);
        return violation;
    }

    public synchronized List<LoggedRequest> requests() {
        return List.copyOf(requests);
    }

    public synchronized List<Violation> violations() {
        return List.copyOf(violations);
    }

    private Optional<String> brokenRule(LoggedRequest request) {
        List<Duration> ages = requests.reversed().stream()
                .filter(before -> before.token().equals(request.token()))
                .map(before -> Duration.ofNanos(request.nanos() - before.nanos()))
                .takeWhile(age -> age.compareTo(limits.window()) < 0)
                .toList();
        if (!ages.isEmpty() && ages.getFirst().compareTo(limits.gap()) < 0) {
            return Optional.of("%d ms after the one before; at least %d ms are asked for"
                    .formatted(ages.getFirst().toMillis(), limits.gap().toMillis()));
        }
        if (ages.size() >= limits.most()) {
            return Optional.of("number %d within %d s; at most %d are allowed"
                    .formatted(ages.size() + 1, limits.window().toSeconds(), limits.most()));
        }
        return Optional.empty();
    }

    private static String fingerprint(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("flexledger token " + token).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, FINGERPRINT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
