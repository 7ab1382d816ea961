package io.flexledger.realtime.adapter.gateway;

import io.flexledger.realtime.session.GatewayListener;
import io.flexledger.realtime.session.SessionRules;
import io.flexledger.realtime.session.SessionSettings;
import io.flexledger.realtime.session.SessionStatus;
import io.flexledger.realtime.session.check.GatewayCheck;
import io.flexledger.realtime.session.check.GatewayChecks;
import io.flexledger.realtime.session.outage.Chance;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The one connection to a gateway, kept until it is stopped: made again whenever it is lost. What is asked of it from
 * outside is done by its own thread soon after.
 */
public final class GatewayConnection {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final GatewayAddress address;
    private final SessionSettings settings;
    private final InstantSource clock;
    private final Chance chance;
    private @Nullable ConnectionLoop loop;
    private volatile SessionStatus last;

    public GatewayConnection(GatewayAddress address, SessionSettings settings) {
        this(
                address,
                settings,
                InstantSource.system(),
                bound -> ThreadLocalRandom.current().nextLong(bound));
    }

    GatewayConnection(GatewayAddress address, SessionSettings settings, InstantSource clock, Chance chance) {
        this.address = address;
        this.settings = settings;
        this.clock = clock;
        this.chance = chance;
        this.last = SessionStatus.disabled(settings.client().id(), clock.instant());
    }

    public GatewayAddress address() {
        return address;
    }

    /** Connects, in the background. The listener is told everything from now on. */
    public synchronized void start(GatewayListener listener) {
        if (loop != null) {
            throw new IllegalStateException("the connection to the gateway is started already");
        }
        loop = new ConnectionLoop(address, settings, new SessionRules(settings, chance), clock, listener);
        loop.start();
    }

    /** Returns when the connection is closed and the listener hears nothing more. It can be started again. */
    public synchronized void stop() {
        ConnectionLoop running = loop;
        if (running != null) {
            running.end(PATIENCE);
            last = running.status();
            loop = null;
        }
    }

    /** Disabled when not started. */
    public SessionStatus status() {
        ConnectionLoop running = running();
        return running == null ? last : running.status();
    }

    /**
     * Asks for executions, positions and values now; nothing happens without a session, since the next one asks anyhow.
     */
    public void refresh() {
        command(Command.REFRESH);
    }

    /** Why the connection is not tried any more though nobody stopped it; null while all is well. */
    public @Nullable Throwable broken() {
        ConnectionLoop running = running();
        return running == null ? null : running.broken();
    }

    /** Gives up the present connection, or the pause before the next. */
    public void reconnect() {
        command(Command.RECONNECT);
    }

    /** Looks at the session where there is one; else at a short connection made for it, as the same client. */
    public List<GatewayCheck> check() {
        return running() == null ? check(address, settings.client().id()) : GatewayChecks.of(status());
    }

    /**
     * Looks at any gateway by a short connection of its own; takes as long as the time-outs, some seconds when all is
     * well.
     */
    public List<GatewayCheck> check(GatewayAddress other, int clientId) {
        SessionSettings once = settings.as(clientId);
        GatewayConnection connection = new GatewayConnection(other, once, clock, chance);
        return GatewayChecks.of(GatewayProbe.probe(connection, once.limits().sum()));
    }

    private void command(Command command) {
        ConnectionLoop running = running();
        if (running != null) {
            running.command(command);
        }
    }

    private synchronized @Nullable ConnectionLoop running() {
        return loop;
    }
}
