/**
 * A stand-in for the broker's Flex Web Service, for tests and rehearsals: the two calls with their checks, codes and
 * limits, a clock of its own, one consistent account behind them, and everything that can go wrong on the way.
 *
 * <p>A test starts {@link io.flexledger.testing.flex.FlexSimulator} and gives its address to a client:
 *
 * <pre>{@code
 * var account = GeneratedReports.of(StatementSpec.seeded(1).withDays(LocalDate.of(2025, 7, 1), 60));
 * var settings = SimulatorSettings.of("token", account, SimulatedQuery.full("1234567")).withClock(clock);
 * try (FlexSimulator broker = FlexSimulator.start(settings)) {
 *     broker.next(Endpoint.GET_STATEMENT, Fault.code(1019), 3);
 *     client.fetch(broker.baseUrl(), "token", "1234567");
 *     assertThat(broker.violations()).isEmpty();
 * }
 * }</pre>
 *
 * <p>{@link io.flexledger.testing.flex.FlexSimulatorMain} runs one as a process, for which the module's own classes are
 * enough; without a token it prints its options. Such a process is steered on the same port, for example:
 *
 * <pre>{@code
 * curl -d 'GetStatement cut 4096 chunked' http://127.0.0.1:8088/simulator/faults
 * curl -d 'random 7 20' http://127.0.0.1:8088/simulator/faults          # a fifth of all requests
 * curl -d 'GetStatement 100000' http://127.0.0.1:8088/simulator/holds   # stops in the middle of a body
 * curl http://127.0.0.1:8088/simulator/holds                            # 1 arrived
 * curl -X DELETE http://127.0.0.1:8088/simulator/holds                  # lets it go on
 * curl http://127.0.0.1:8088/simulator/violations
 * curl http://127.0.0.1:8088/simulator/                                 # all of this
 * }</pre>
 *
 * <p>Below: {@code service} decides, {@code report} has the reports, {@code fault} names what goes wrong, {@code wire}
 * puts bytes on a connection. What the real service does that is not here: batch reports, text formats, the lock-out after
 * many failures (1025 can be injected), and tokens that expire by themselves (so can 1012).
 */
@NullMarked
package io.flexledger.testing.flex;

import org.jspecify.annotations.NullMarked;
