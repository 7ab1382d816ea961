package io.flexledger.realtime;

import io.flexledger.contracts.CloudEvent;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.Topics;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.live.GatewayStatus;
import io.flexledger.realtime.adapter.db.StatusTable;
import io.flexledger.realtime.session.Mishap;
import io.flexledger.realtime.session.SessionStatus;
import io.flexledger.transport.Outbox;
import io.flexledger.transport.OutgoingRecord;
import io.flexledger.transport.Transactions;
import io.flexledger.transport.outage.Part;
import io.flexledger.transport.outage.Persistence;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells how it stands with the gateway: when that changes, and now and then so that silence means something. */
@ApplicationScoped
public class StatusDesk {

    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private final Pool pool;
    private final Outbox outbox;
    private final Persistence persistence;
    private final RealtimeConfig config;
    private @Nullable SessionStatus told;
    private Instant toldAt = Instant.EPOCH;

    StatusDesk(Pool pool, Outbox outbox, Persistence persistence, RealtimeConfig config) {
        this.pool = pool;
        this.outbox = outbox;
        this.persistence = persistence;
        this.config = config;
    }

    /** For one thread. Does nothing while the same was told a moment ago. */
    void tell(SessionStatus status, Instant now) {
        boolean news = told == null || !status.isLike(told);
        if (!news && now.isBefore(toldAt.plus(SIGN_OF_LIFE))) {
            return;
        }
        persistence.through(Part.inbox("gateway-status"), () -> {
            Transactions.run(pool, tx -> {
                long version = StatusTable.next(tx, config.gateway().name(), Micros.of(now));
                GatewayStatus next = status(config.gateway().name(), version, status, now);
                outbox.add(
                        tx,
                        List.of(new OutgoingRecord(
                                Topics.GATEWAY_STATUS.topic(),
                                next.gateway(),
                                ContractJson.write(next),
                                CloudEvent.of(next).headers(CloudEvent.JSON))));
            });
            return true;
        });
        outbox.wake();
        told = status;
        toldAt = now;
    }

    static GatewayStatus status(String gateway, long version, SessionStatus status, Instant now) {
        Mishap mishap = status.mishap();
        Duration offset = status.clockOffset();
        return new GatewayStatus(
                gateway,
                version,
                status.state(),
                status.since(),
                mishap == null
                        ? null
                        : new GatewayStatus.Problem(mishap.trouble().code(), mishap.text()),
                now,
                status.heardAt(),
                offset == null ? 0 : offset.toMillis(),
                status.serverVersion(),
                status.accounts().stream().map(AccountId::of).toList(),
                status.nextAttemptAt());
    }
}
