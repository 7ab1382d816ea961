/**
 * A stand-in for the broker's gateway, for tests and rehearsals: the text protocol of server versions 176 to 200,
 * accounts with their executions behind it, and everything that can go wrong on the way.
 *
 * <p>A test starts {@link io.flexledger.testing.gateway.GatewaySimulator} and gives its port to a client:
 *
 * <pre>{@code
 * Contract apple = Contract.stock(265598, "AAPL", "NASDAQ", "USD");
 * SimulatedAccount account = SimulatedAccount.of("DU9000001", "USD").withCash("USD", "100000");
 * try (GatewaySimulator gateway = GatewaySimulator.start(GatewaySettings.of(account).withMasterClient(7))) {
 *     client.connect(gateway.port(), 7);
 *     Execution bought = gateway.script().fill(Fill.buy("DU9000001", apple, "100", "292.79"));
 *     gateway.script().correct(bought.execId(), "99", "292.80");
 *     gateway.fault(new Fault.Outage(Duration.ofSeconds(1), false, false)); // 1100, then 1101
 * }
 * }</pre>
 *
 * <p>Below: {@code wire} spells messages, {@code account} has the figures, {@code session} talks with clients, {@code
 * fault} names what goes wrong, {@code script} makes things happen. It shares no code with any client. What the real
 * gateway does that is not here: market data, placing orders, advisor accounts, and the pauses of minutes between
 * updates of figures nobody traded.
 */
@NullMarked
package io.flexledger.testing.gateway;

import org.jspecify.annotations.NullMarked;
