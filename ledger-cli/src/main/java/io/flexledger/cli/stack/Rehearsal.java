package io.flexledger.cli.stack;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of the broker's a stack is to have simulated.
 *
 * @param webService where the ingestor fetches statements
 * @param gateway    what the realtime service listens to
 * @param day        the only one the gateway plays; null: those from today on
 */
public record Rehearsal(
        boolean webService, boolean gateway, @Nullable LocalDate day) {

    public static final Rehearsal NONE = new Rehearsal(false, false, null);

    /** Further options of a simulator that is asked for. */
    Optional<List<String>> options(Simulator simulator) {
        return switch (simulator) {
            case SimulatedBroker _ -> webService ? Optional.of(List.of()) : Optional.empty();
            case SimulatedGateway _ when gateway -> Optional.of(day == null ? List.of() : SimulatedGateway.day(day));
            case SimulatedGateway _ -> Optional.empty();
        };
    }
}
