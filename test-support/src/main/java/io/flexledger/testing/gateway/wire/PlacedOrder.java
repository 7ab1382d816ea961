package io.flexledger.testing.gateway.wire;

/**
 * Who placed an order, and its names.
 *
 * @param clientId  {@link #MANUAL} for one entered by hand
 * @param permId    the same for every client, up to 64 bits
 * @param submitter known from server version 198 on
 */
public record PlacedOrder(int clientId, int orderId, long permId, String reference, String submitter) {

    public static final int MANUAL = -1;
    /** What stands for an order id where no client gave one. */
    public static final int NO_ORDER_ID = Integer.MAX_VALUE;

    public static PlacedOrder of(int clientId, int orderId) {
        return new PlacedOrder(clientId, orderId, 900_000_000L + 1_000L * clientId + orderId, "", "");
    }

    /** Entered by hand; the gateway gives it no order id of its own. */
    public static PlacedOrder manual(long permId) {
        return new PlacedOrder(MANUAL, NO_ORDER_ID, permId, "", "");
    }

    public PlacedOrder withOrderId(int other) {
        return new PlacedOrder(clientId, other, permId, reference, submitter);
    }

    public PlacedOrder withReference(String other) {
        return new PlacedOrder(clientId, orderId, permId, other, submitter);
    }
}
