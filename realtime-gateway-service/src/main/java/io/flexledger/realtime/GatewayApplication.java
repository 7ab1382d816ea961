package io.flexledger.realtime;

/** Which of the broker's two programs has the socket. */
public enum GatewayApplication {
    GATEWAY,
    TWS
}
