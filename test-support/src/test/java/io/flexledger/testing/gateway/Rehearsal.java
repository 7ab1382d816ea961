package io.flexledger.testing.gateway;

import io.flexledger.testing.gateway.account.SimulatedAccount;
import io.flexledger.testing.gateway.wire.Contract;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The account and the contracts of these tests. */
final class Rehearsal {

    static final String ACCOUNT = "DU9000001";
    static final int MASTER = 7;
    static final Contract APPLE = Contract.stock(265598, "AAPL", "NASDAQ", "USD");
    static final Contract CALL = Contract.option(675811965, "AAPL", "20260618", "C", "100");
    static final Contract ASML = Contract.stock(117589399, "ASML", "AEB", "EUR");

    private Rehearsal() {}

    /** Connected, with nothing more on its way: farm notices may follow the first answer. */
    static RawClient client(GatewaySimulator gateway) {
        try {
            RawClient client = RawClient.started(gateway, MASTER);
            client.sofar();
            client.sofar();
            return client;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Worth 1000 + 0.9 x (20000 + 100 x 150) = 32500 EUR. */
    static SimulatedAccount account() {
        return SimulatedAccount.of(ACCOUNT, "EUR")
                .withRate("USD", "0.9")
                .withCash("EUR", "1000")
                .withCash("USD", "20000")
                .withPosition(APPLE, "100", "140.00", "150.00");
    }
}
