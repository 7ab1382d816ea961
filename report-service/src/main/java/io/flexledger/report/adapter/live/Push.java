package io.flexledger.report.adapter.live;

import io.flexledger.contracts.ContractJson;
import io.flexledger.report.live.LiveMessage;
import java.nio.charset.StandardCharsets;

/**
 * A message as it is sent, written once for all clients.
 *
 * @param id    counts upwards within a hub
 * @param event name; empty for a heartbeat
 * @param data  JSON
 */
record Push(long id, String event, String data) {

    static Push of(long id, LiveMessage message) {
        return new Push(id, message.event(), new String(ContractJson.write(message), StandardCharsets.UTF_8));
    }

    static Push heartbeat(long id) {
        return new Push(id, "", "");
    }

    boolean isHeartbeat() {
        return event.isEmpty();
    }

    /** For a socket, which has no names of events. */
    String envelope() {
        return "{\"event\":\"" + event + "\",\"data\":" + data + "}";
    }
}
