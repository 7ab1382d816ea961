package io.flexledger.testing.gateway;

import io.flexledger.testing.gateway.account.SimulatedAccount;
import io.flexledger.testing.gateway.session.SessionSettings;
import io.flexledger.testing.gateway.session.Times;
import io.flexledger.testing.gateway.wire.TimeFormat;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How a simulated gateway is set up.
 *
 * @param port 0 for any free one
 */
public record GatewaySettings(int port, SessionSettings session, List<SimulatedAccount> accounts) {

    private static final int NEWEST_TEXT = 200;
    private static final int NOBODY = -1;

    public GatewaySettings {
        accounts = List.copyOf(accounts);
    }

    /** Version 200, real time, whole writes, no master client; pushes times in UTC and logs them in New York's. */
    public static GatewaySettings of(SimulatedAccount... accounts) {
        Times times =
                new Times(InstantSource.system(), TimeFormat.UTC, TimeFormat.US_EASTERN, ZoneId.of("America/New_York"));
        SessionSettings session = new SessionSettings(NEWEST_TEXT, false, NOBODY, false, times, false, 1);
        return new GatewaySettings(0, session, List.of(accounts));
    }

    public GatewaySettings withPort(int other) {
        return new GatewaySettings(other, session, accounts);
    }

    /** The newest version it speaks; with an older client it speaks the client's, without one in common it hangs up. */
    public GatewaySettings withVersion(int version) {
        return with(old -> old.withVersion(version, false));
    }

    /** Offers this version whatever the client can; above 200 it then says nothing more. */
    public GatewaySettings insistingOn(int version) {
        return with(old -> old.withVersion(version, true));
    }

    /** This client sees the executions of all. */
    public GatewaySettings withMasterClient(int clientId) {
        return with(old -> old.withMasterClient(clientId));
    }

    /** When a client id comes twice, the older connection has to go. */
    public GatewaySettings evictingOlder() {
        return with(SessionSettings::withEviction);
    }

    public GatewaySettings withClock(InstantSource clock) {
        return with(old -> old.withClock(clock));
    }

    /** How times are written when an execution is pushed, and when it was asked for. */
    public GatewaySettings withFormats(TimeFormat pushed, TimeFormat logged) {
        return with(old -> old.withFormats(pushed, logged));
    }

    /** Frames are cut anywhere and run together. */
    public GatewaySettings withChoppedWrites() {
        return with(SessionSettings::withChoppedWrites);
    }

    /** Of the order of the first messages, of when farm notices come, and of chopped writes. */
    public GatewaySettings withSeed(long seed) {
        return with(old -> old.withSeed(seed));
    }

    private GatewaySettings with(UnaryOperator<SessionSettings> change) {
        return new GatewaySettings(port, change.apply(session), accounts);
    }
}
