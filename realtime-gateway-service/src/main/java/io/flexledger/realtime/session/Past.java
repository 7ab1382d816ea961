package io.flexledger.realtime.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered over connections.
 *
 * @param begunAt     when the first attempt was made
 * @param connections attempts so far, also those that failed
 * @param failed      attempts in a row that came to no lasting session
 * @param silences    of these, the last ones in which a connection stood and no session came of it
 * @param clientId    in use, or to be used next
 * @param cutOff      whether the gateway was without the broker when it was heard last
 */
record Past(
        Instant begunAt,
        long connections,
        int failed,
        int silences,
        int clientId,
        @Nullable Mishap mishap,
        List<String> accounts,
        @Nullable Instant readyAt,
        @Nullable Instant heardAt,
        @Nullable Duration clockOffset,
        boolean cutOff) {

    static Past begun(Instant at, int clientId) {
        return new Past(at, 0, 0, 0, clientId, null, List.of(), null, null, null, false);
    }

    Past dialled() {
        return new Past(
                begunAt,
                connections + 1,
                failed,
                silences,
                clientId,
                mishap,
                accounts,
                readyAt,
                heardAt,
                clockOffset,
                cutOff);
    }

    /** @param silent whether a connection stood and no session came of it */
    Past failed(Mishap because, boolean silent, int nextClientId) {
        return new Past(
                begunAt,
                connections,
                failed + 1,
                silent ? silences + 1 : 0,
                nextClientId,
                because,
                accounts,
                readyAt,
                heardAt,
                clockOffset,
                cutOff);
    }

    /** The session that ends now has stood long enough to count the attempts anew. */
    Past lasted() {
        return new Past(begunAt, connections, 0, 0, clientId, mishap, accounts, readyAt, heardAt, clockOffset, cutOff);
    }

    Past ready(Instant at, List<String> named) {
        return new Past(begunAt, connections, failed, 0, clientId, null, named, at, heardAt, clockOffset, cutOff);
    }

    Past heard(Instant at) {
        return new Past(
                begunAt, connections, failed, silences, clientId, mishap, accounts, readyAt, at, clockOffset, cutOff);
    }

    Past withClockOffset(Duration offset) {
        return new Past(
                begunAt, connections, failed, silences, clientId, mishap, accounts, readyAt, heardAt, offset, cutOff);
    }

    Past whenCutOff(boolean now) {
        return new Past(
                begunAt, connections, failed, silences, clientId, mishap, accounts, readyAt, heardAt, clockOffset, now);
    }
}
