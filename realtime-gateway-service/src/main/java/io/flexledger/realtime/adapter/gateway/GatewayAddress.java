package io.flexledger.realtime.adapter.gateway;

/** Where a gateway listens. */
public record GatewayAddress(String host, int port) {

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
