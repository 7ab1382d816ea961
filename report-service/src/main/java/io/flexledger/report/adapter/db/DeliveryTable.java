package io.flexledger.report.adapter.db;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.alert.Alert;
import io.flexledger.report.delivery.Delivery;
import io.flexledger.report.delivery.Delivery.State;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code alert_delivery}: what is to be told of each alert, by channel, and what became of it. */
@ApplicationScoped
public class DeliveryTable {

    private static final String ADD = """
        insert into alert_delivery (alert, channel, state, added_at, next_at, message)
        select $1, channel, 'PENDING', $2, $2, $3 from unnest($4::text[]) as named (channel)
        on conflict do nothing
        """;

    /** Oldest first; what another replica is just claiming is left to it. */
    private static final String CLAIM = """
        update alert_delivery as taken set attempts = attempts + 1, next_at = $3
         where (alert, channel) in (
               select alert, channel from alert_delivery
                where channel = $1 and state = 'PENDING' and next_at <= $2
                order by next_at, added_at limit 1 for update skip locked)
        returning alert, attempts, added_at, message
        """;

    private static final String SENT = """
        update alert_delivery set state = 'SENT', sent_at = $3, next_at = null, error = null
         where alert = $1 and channel = $2
        """;

    /** Says nothing of an attempt that was taken for cut short and repeated meanwhile. */
    private static final String FAILED = """
        update alert_delivery set state = $4, next_at = $5, error = $6
         where alert = $1 and channel = $2 and attempts = $3 and state = 'PENDING'
        """;

    private static final String OF = """
        select alert, channel, state, attempts, next_at, error, sent_at
          from alert_delivery where alert = any($1::uuid[]) order by alert, channel
        """;

    private static final String ABANDON = """
        update alert_delivery set state = 'GIVEN_UP', next_at = null, error = $3
         where state = 'PENDING' and added_at < $2 and channel <> all($1::text[])
        returning alert, channel, state, attempts, next_at, error, sent_at
        """;

    private static final String PENDING = "select count(*) as waiting from alert_delivery where state = 'PENDING'";

    /**
     * A delivery whose attempt begins.
     *
     * @param attempt counts from 1
     * @param addedAt when it was to be told first
     */
    public record Claim(Alert alert, String channel, int attempt, Instant addedAt) {}

    /** What is there already stays as it is. */
    public void add(SqlClient tx, Alert alert, List<String> channels, Instant now) {
        if (!channels.isEmpty()) {
            tx.preparedQuery(ADD)
                    .executeAndAwait(Tuple.of(alert.id(), utc(now), text(alert), channels.toArray(String[]::new)));
        }
    }

    /**
     * The next delivery of a channel that is due, if any.
     *
     * @param hold after which the attempt counts as cut short, longer than any attempt lasts
     */
    public Optional<Claim> claim(SqlClient client, String channel, Instant now, Duration hold) {
        var rows = client.preparedQuery(CLAIM).executeAndAwait(Tuple.of(channel, utc(now), utc(now.plus(hold))));
        for (var row : rows) {
            return Optional.of(new Claim(
                    ContractJson.read(row.getString("message"), Alert.class),
                    channel,
                    row.getInteger("attempts"),
                    row.getOffsetDateTime("added_at").toInstant()));
        }
        return Optional.empty();
    }

    public void sent(SqlClient client, Claim claim, Instant now) {
        client.preparedQuery(SENT).executeAndAwait(Tuple.of(claim.alert().id(), claim.channel(), utc(now)));
    }

    /** @param nextAt null where it was the last attempt */
    public void failed(SqlClient client, Claim claim, String error, @Nullable Instant nextAt) {
        var state = nextAt == null ? State.GIVEN_UP : State.PENDING;
        client.preparedQuery(FAILED)
                .executeAndAwait(Tuple.of(
                        claim.alert().id(),
                        claim.channel(),
                        claim.attempt(),
                        state.name(),
                        nextAt == null ? null : utc(nextAt),
                        error));
    }

    /** By alert, then by channel; an alert that was never to be told by any is absent. */
    public Map<UUID, List<Delivery>> of(SqlClient client, Collection<UUID> alerts) {
        var deliveries = new LinkedHashMap<UUID, List<Delivery>>();
        if (!alerts.isEmpty()) {
            client.preparedQuery(OF)
                    .executeAndAwait(Tuple.of(alerts.toArray(UUID[]::new)))
                    .forEach(row -> deliveries
                            .computeIfAbsent(row.getUUID("alert"), _ -> new ArrayList<>())
                            .add(delivery(row)));
        }
        return deliveries;
    }

    /** Gives up what was added before, and none of these channels sends; returns it. */
    public List<Delivery> abandon(SqlClient client, List<String> channels, Instant before, String error) {
        var abandoned = new ArrayList<Delivery>();
        client.preparedQuery(ABANDON)
                .executeAndAwait(Tuple.of(channels.toArray(String[]::new), utc(before), error))
                .forEach(row -> abandoned.add(delivery(row)));
        return abandoned;
    }

    /** How many wait. */
    public long pending(SqlClient client) {
        return client.query(PENDING).executeAndAwait().iterator().next().getLong("waiting");
    }

    private static Delivery delivery(Row row) {
        return new Delivery(
                row.getUUID("alert"),
                row.getString("channel"),
                State.valueOf(row.getString("state")),
                row.getInteger("attempts"),
                instant(row, "next_at"),
                row.getString("error"),
                instant(row, "sent_at"));
    }

    @SuppressWarnings("ConstantValue") // the client's types do not say that a value may be absent
    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String text(Alert alert) {
        return new String(ContractJson.write(alert), StandardCharsets.UTF_8);
    }
}
