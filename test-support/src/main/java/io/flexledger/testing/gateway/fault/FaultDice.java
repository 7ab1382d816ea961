package io.flexledger.testing.gateway.fault;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Draws faults by chance, the same ones for the same seed. */
public final class FaultDice {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final int LONGEST_CUT = 180;

    private final Random random;
    private final int percent;
    private final List<Fault> kinds;

    /** @param percent of the throws that give a fault */
    public FaultDice(long seed, int percent, List<Fault> kinds) {
        this.random = new Random(seed);
        this.percent = percent;
        this.kinds = List.copyOf(kinds);
    }

    /** What a client should survive by itself, without losing an execution. */
    public static List<Fault> passing() {
        List<Fault> faults = new ArrayList<>(List.of(
                new Fault.Outage(SHORT, true, true),
                new Fault.Outage(SHORT, true, false),
                new Fault.Outage(SHORT, false, false),
                new Fault.Drop(),
                new Fault.Refused(SHORT),
                new Fault.ClientIdTaken(SHORT),
                new Fault.NotReady(new BigDecimal("0.00"), SHORT),
                new Fault.UnknownMessage(187),
                new Fault.EscapedText(),
                new Fault.PacingViolation(),
                new Fault.Silence(),
                new Fault.Hangup(),
                new Fault.CutFrame(0, 0),
                new Fault.CutFrame(11, 0),
                new Fault.ExtraFields(0, 1),
                new Fault.ExtraFields(11, 2)));
        faults.addAll(List.of(Fault.OfExecutions.values()));
        faults.addAll(List.of(Fault.OfFill.values()));
        faults.addAll(List.of(Fault.OfSummary.values()));
        return List.copyOf(faults);
    }

    /** A cut without a place gets one, from within the length to behind the end of most frames. */
    public synchronized Optional<Fault> roll() {
        boolean hit = random.nextInt(100) < percent;
        Fault fault = kinds.get(random.nextInt(kinds.size()));
        int bytes = 1 + random.nextInt(LONGEST_CUT);
        if (!hit) {
            return Optional.empty();
        }
        return Optional.of(
                fault instanceof Fault.CutFrame cut && cut.bytes() == 0
                        ? new Fault.CutFrame(cut.messageId(), bytes)
                        : fault);
    }
}
