package io.flexledger.testing.gateway;

import io.flexledger.testing.gateway.script.DayClock;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.InstantSource;

/** Runs a simulated gateway until the process is stopped. Says where it listens. */
public final class GatewaySimulatorMain {

    private GatewaySimulatorMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        SimulatorOptions options;
        try {
            options = SimulatorOptions.parse(arguments, InstantSource.system());
            options.programme();
        } catch (IllegalArgumentException | DateTimeException mistake) {
            System.err.println(mistake.getMessage());
            System.err.print(SimulatorOptions.USAGE);
            System.exit(2);
            return;
        }
        DayClock clock = DayClock.now();
        try (GatewaySimulator gateway =
                        GatewaySimulator.start(options.settings().withClock(clock));
                DayPlayer player = new DayPlayer(gateway, clock, options.days());
                SimulatorControl control = SimulatorControl.start(options.controlPort(), gateway, clock, player)) {
            System.out.printf(
                    "gateway on 127.0.0.1:%d, steered at http://127.0.0.1:%d/simulator/%n",
                    gateway.port(), control.port());
            options.programme().ifPresent(player::play);
            System.out.println(player.state());
            Thread.currentThread().join(); // for ever
        }
    }
}
