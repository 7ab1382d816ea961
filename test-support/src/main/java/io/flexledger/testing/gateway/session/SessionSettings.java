package io.flexledger.testing.gateway.session;

import io.flexledger.testing.gateway.wire.TimeFormat;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the gateway treats its clients.
 *
 * @param version      the newest it speaks
 * @param insists      offers that version whatever the client can
 * @param masterClient the client id that sees everything; -1: none does
 * @param evictsOlder  when a client id comes twice, the older connection ends and not the newer
 * @param chopped      writes end anywhere, and one write may hold several frames
 * @param seed         of everything that varies
 */
public record SessionSettings(
        int version, boolean insists, int masterClient, boolean evictsOlder, Times times, boolean chopped, long seed) {

    private static final Pattern HELLO = Pattern.compile("v(\\d{1,4})(?:\\.\\.(\\d{1,4}))?(?: .*)?");

    /**
     * The version for a client that said this; empty when there is none for it.
     *
     * @param hello for example {@code v176..200}
     */
    OptionalInt agree(String hello) {
        Matcher matcher = HELLO.matcher(hello);
        if (!matcher.matches()) {
            return OptionalInt.empty();
        }
        int least = Integer.parseInt(matcher.group(1));
        int most = matcher.group(2) == null ? least : Integer.parseInt(matcher.group(2));
        if (insists) {
            return OptionalInt.of(version);
        }
        return least > version || most < least ? OptionalInt.empty() : OptionalInt.of(Math.min(version, most));
    }

    public SessionSettings withVersion(int other, boolean insisting) {
        return new SessionSettings(other, insisting, masterClient, evictsOlder, times, chopped, seed);
    }

    public SessionSettings withMasterClient(int clientId) {
        return new SessionSettings(version, insists, clientId, evictsOlder, times, chopped, seed);
    }

    public SessionSettings withEviction() {
        return new SessionSettings(version, insists, masterClient, true, times, chopped, seed);
    }

    public SessionSettings withChoppedWrites() {
        return new SessionSettings(version, insists, masterClient, evictsOlder, times, true, seed);
    }

    public SessionSettings withSeed(long other) {
        return new SessionSettings(version, insists, masterClient, evictsOlder, times, chopped, other);
    }

    public SessionSettings withClock(InstantSource clock) {
        return with(new Times(clock, times.live(), times.logged(), times.zone()));
    }

    public SessionSettings withFormats(TimeFormat live, TimeFormat logged) {
        return with(new Times(times.clock(), live, logged, times.zone()));
    }

    private SessionSettings with(Times other) {
        return new SessionSettings(version, insists, masterClient, evictsOlder, other, chopped, seed);
    }
}
