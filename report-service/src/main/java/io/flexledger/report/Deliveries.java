package io.flexledger.report;

import io.flexledger.contracts.alert.Alert;
import io.flexledger.report.adapter.db.DeliveryTable;
import io.flexledger.report.adapter.db.DeliveryTable.Claim;
import io.flexledger.report.delivery.Channel;
import io.flexledger.report.delivery.Message;
import io.flexledger.report.delivery.Outcome;
import io.flexledger.report.delivery.Pauses;
import io.quarkus.arc.All;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * What is to be told of alerts: one delivery for each channel that is on, and what becomes of it. An attempt is noted
 * before anything is sent, so one that is cut short is repeated, and a message may arrive twice but is never lost.
 */
@ApplicationScoped
public class Deliveries {

    private static final Logger LOG = Logger.getLogger(Deliveries.class);

    /** An attempt that has not ended after all its limits and this is nobody's any more. */
    private static final Duration SLACK = Duration.ofSeconds(45);

    private final Pool pool;
    private final DeliveryTable table;
    private final DeliveryMeters meters;
    private final List<Channel> channels;
    private final Duration hold;

    Deliveries(
            Pool pool, DeliveryTable table, DeliveryMeters meters, @All List<Channel> channels, ChannelConfig config) {
        this.pool = pool;
        this.table = table;
        this.meters = meters;
        this.channels = List.copyOf(channels);
        this.hold = config.timeout().plus(SLACK);
    }

    /** For an alert that is raised, in the transaction that raises it; a second time changes nothing. */
    public void add(SqlClient tx, Alert alert) {
        table.add(tx, alert, names(), Instant.now());
    }

    /** All there are, on or off. */
    List<Channel> channels() {
        return channels;
    }

    /** Sends the next one of a channel that is due; false where none is. */
    boolean next(Channel channel, Supplier<Instant> clock) {
        var claim = table.claim(pool, channel.name(), clock.get(), hold);
        claim.ifPresent(due -> note(due, attempt(channel, due), clock.get()));
        return claim.isPresent();
    }

    /** Gives up what waits too long for a channel that was switched off, and counts what waits. */
    void sweep(Instant now) {
        for (var gone : table.abandon(pool, names(), now.minus(Pauses.PATIENCE), "the channel is switched off")) {
            meters.count(gone.channel(), "given_up");
            givenUp(gone.channel(), gone.alert().toString(), gone.attempts(), "the channel is switched off");
        }
        meters.pending(table.pending(pool));
    }

    private static Outcome attempt(Channel channel, Claim claim) {
        try {
            return channel.send(new Message.Raised(claim.alert()));
        } catch (RuntimeException bug) { // its message may quote what must not be told
            LOG.errorf(
                    "A channel failed by itself: channel=%s alert=%s error=%s at=%s",
                    channel.name(),
                    claim.alert().id(),
                    bug.getClass().getName(),
                    bug.getStackTrace().length == 0 ? "-" : bug.getStackTrace()[0]);
            return new Outcome.Failed(
                    "an error of the service itself: " + bug.getClass().getSimpleName());
        }
    }

    private void note(Claim claim, Outcome outcome, Instant now) {
        switch (outcome) {
            case Outcome.Sent() -> {
                table.sent(pool, claim, now);
                meters.count(claim.channel(), "sent");
            }
            case Outcome.Failed(String error) ->
                Pauses.next(claim.attempt(), claim.addedAt(), now)
                        .ifPresentOrElse(next -> again(claim, error, next), () -> giveUp(claim, error));
            case Outcome.Refused(String error) -> giveUp(claim, error);
        }
    }

    private void again(Claim claim, String error, Instant next) {
        table.failed(pool, claim, error, next);
        meters.count(claim.channel(), "failed");
        LOG.infof(
                "Alert not sent, tried again: channel=%s alert=%s attempts=%d next=%s error=%s",
                claim.channel(), claim.alert().id(), claim.attempt(), next, error);
    }

    private void giveUp(Claim claim, String error) {
        table.failed(pool, claim, error, null);
        meters.count(claim.channel(), "given_up");
        givenUp(claim.channel(), claim.alert().id().toString(), claim.attempt(), error);
    }

    private static void givenUp(String channel, String alert, int attempts, String error) {
        LOG.warnf("Alert given up: channel=%s alert=%s attempts=%d error=%s", channel, alert, attempts, error);
    }

    private List<String> names() {
        return channels.stream().filter(Channel::isOn).map(Channel::name).toList();
    }
}
