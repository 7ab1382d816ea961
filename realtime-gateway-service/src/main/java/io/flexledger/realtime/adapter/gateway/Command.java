package io.flexledger.realtime.adapter.gateway;

import io.flexledger.realtime.session.SessionEvent;

/** What others want of the connection; done by its own thread. */
enum Command {
    REFRESH,
    RECONNECT,
    STOP;

    SessionEvent event() {
        return switch (this) {
            case REFRESH -> new SessionEvent.Refresh();
            case RECONNECT -> new SessionEvent.Reconnect();
            case STOP -> new SessionEvent.Stop();
        };
    }
}
