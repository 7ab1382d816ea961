package io.flexledger.testing.flex;

import java.time.DateTimeException;

/** Runs a simulator until the process is stopped. Says where it listens, and no token. */
public final class FlexSimulatorMain {

    private FlexSimulatorMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        SimulatorSettings settings;
        try {
            String tokens = System.getenv("FLEX_SIMULATOR_TOKENS");
            settings = SimulatorOptions.parse(arguments, tokens == null ? "" : tokens);
        } catch (IllegalArgumentException | DateTimeException mistake) {
            System.err.println(mistake.getMessage());
            System.err.print(SimulatorOptions.USAGE);
            System.exit(2);
            return;
        }
        try (FlexSimulator simulator = FlexSimulator.start(settings)) {
            System.out.printf(
                    "%s, queries %s; it is %s%n",
                    simulator.baseUrl(),
                    settings.service().queries().stream()
                            .map(query -> query.name() + "=" + query.id())
                            .toList(),
                    settings.service().clock().instant());
            Thread.currentThread().join(); // for ever
        }
    }
}
