package io.flexledger.testing.gateway.session;

import io.flexledger.testing.gateway.wire.PlacedOrder;

/** Whose executions a client gets to see. */
record Visibility(int clientId, int masterClient) {

    /** @param bound whether this client has taken the orders entered by hand for its own */
    boolean pushes(PlacedOrder order, boolean bound) {
        return isMaster() || isOwn(order) || (bound && isManual(order));
    }

    boolean logs(PlacedOrder order) {
        return isMaster() || isOwn(order) || (clientId == 0 && isManual(order));
    }

    private boolean isMaster() {
        return clientId == masterClient;
    }

    private boolean isOwn(PlacedOrder order) {
        return order.clientId() == clientId;
    }

    private static boolean isManual(PlacedOrder order) {
        return order.clientId() == PlacedOrder.MANUAL;
    }
}
