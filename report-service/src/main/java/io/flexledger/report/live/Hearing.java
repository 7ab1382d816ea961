package io.flexledger.report.live;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.live.GatewayStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well the gateway is heard at an instant, and so how old and how trustworthy what it said is. Ages are told by the
 * gateway's clock: a rehearsal of a past day is not old, and a service that fell silent is.
 *
 * @param status its newest word; absent before the first
 * @param now    by this machine's clock
 */
public record Hearing(@Nullable GatewayStatus status, Instant now, Limits limits) {

    /**
     * @param staleAfter  age from which a value is old
     * @param silentAfter how long the service that hears the gateway may say nothing
     */
    public record Limits(Duration staleAfter, Duration silentAfter) {}

    /** Of several gateways the one whose log-in holds the account, else whichever spoke last. */
    public static Hearing of(List<GatewayStatus> statuses, @Nullable AccountId account, Instant now, Limits limits) {
        var newest = Comparator.comparing(GatewayStatus::statedAt);
        var own = statuses.stream()
                .filter(status -> account != null && status.accounts().contains(account))
                .max(newest);
        return new Hearing(own.or(() -> statuses.stream().max(newest)).orElse(null), now, limits);
    }

    /** Whether the service that hears the gateway says nothing itself. One that is switched off owes nothing. */
    public boolean isSilent() {
        return status != null
                && status.state() != GatewayStatus.State.DISABLED
                && Duration.between(status.statedAt(), now).compareTo(limits.silentAfter()) > 0;
    }

    /** Never negative. */
    public Duration age(Instant asOf) {
        var there = status == null ? now : status.gatewayTime(now);
        var age = Duration.between(asOf, there);
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** Whether what was said then may no longer hold. */
    public boolean isStale(Instant asOf) {
        return status == null
                || !status.state().isLive()
                || isSilent()
                || age(asOf).compareTo(limits.staleAfter()) > 0;
    }
}
