package io.flexledger.realtime;

/** Which of the broker's two worlds the gateway is logged into. */
public enum GatewayMode {
    LIVE(4001, 7496),
    PAPER(4002, 7497);

    private final int gatewayPort;
    private final int twsPort;

    GatewayMode(int gatewayPort, int twsPort) {
        this.gatewayPort = gatewayPort;
        this.twsPort = twsPort;
    }

    /** The port the program listens on unless it was changed there. */
    public int port(GatewayApplication application) {
        return switch (application) {
            case GATEWAY -> gatewayPort;
            case TWS -> twsPort;
        };
    }

    public GatewayMode other() {
        return this == LIVE ? PAPER : LIVE;
    }

    /** Whether one of the programs listens there in this mode. */
    boolean usually(int port) {
        return port == gatewayPort || port == twsPort;
    }
}
