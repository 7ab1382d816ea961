package io.flexledger.contracts.money;

/** Two amounts of different currencies met without an {@link FxRate}: a bug, never bad input. */
public final class CurrencyMismatchException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public CurrencyMismatchException(CurrencyCode expected, CurrencyCode actual) {
        super("expected an amount in " + expected + " but got one in " + actual);
    }
}
