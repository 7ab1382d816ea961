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
 * <p>{@link io.flexledger.testing.gateway.DayPlayer} lets a day happen again that a statement tells, by the day's own clock.
 * {@link io.flexledger.testing.gateway.GatewaySimulatorMain} runs a gateway as a process, for which the module's own classes
 * are enough; such a process is steered on a port of its own, for example:
 *
 * <pre>{@code
 * curl -d 'date=2026-01-05 pace=60 gap=20' http://127.0.0.1:4011/simulator/day
 * curl -d paused http://127.0.0.1:4011/simulator/pace
 * curl -X POST http://127.0.0.1:4011/simulator/step
 * curl -d 'U7000001 buy 10 AAPL 150.25' http://127.0.0.1:4011/simulator/fill
 * curl -d '500 50' http://127.0.0.1:4011/simulator/burst       # ten seconds of fifty fills
 * curl -d 'outage 10 lost' http://127.0.0.1:4011/simulator/faults
 * curl -d 'U7000001 900000' http://127.0.0.1:4011/simulator/margin   # what is held back; squeezes the cushion
 * curl http://127.0.0.1:4011/simulator/sent                    # when each execution was written
 * curl http://127.0.0.1:4011/simulator/                        # all of this
 * }</pre>
 *
 * <p>Below: {@code wire} spells messages, {@code account} has the figures, {@code session} talks with clients, {@code
 * fault} names what goes wrong, {@code script} makes things happen, {@code day} reads days out of statements. It shares no
 * code with any client. What the real
 * gateway does that is not here: market data, placing orders, advisor accounts, and the pauses of minutes between
 * updates of figures nobody traded.
 */
@NullMarked
package io.flexledger.testing.gateway;

import org.jspecify.annotations.NullMarked;
