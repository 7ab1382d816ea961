package io.flexledger.realtime.adapter.gateway;

/** What others want of the connection; done by its own thread. */
enum Command {
    REFRESH,
    RECONNECT,
    STOP
}
