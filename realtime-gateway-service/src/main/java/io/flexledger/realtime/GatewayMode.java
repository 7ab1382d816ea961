package io.flexledger.realtime;

/** Which of the broker's two worlds the gateway is logged into. */
public enum GatewayMode {
    LIVE(4001),
    PAPER(4002);

    private final int port;

    GatewayMode(int port) {
        this.port = port;
    }

    /** The port a gateway listens on unless it was changed there. */
    public int port() {
        return port;
    }
}
