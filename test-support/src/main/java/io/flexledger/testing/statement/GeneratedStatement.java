package io.flexledger.testing.statement;

import io.flexledger.testing.statement.StatementSpec.Breakout;
import io.flexledger.testing.statement.section.FlexResponse;
import io.flexledger.testing.statement.section.Period;
import io.flexledger.testing.statement.simulation.SimulatedAccount;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TreeSet;

/**
 * Writes what a spec asks for. Memory is bounded by one day's trades: with one statement per day the days stream by, and a
 * statement over the whole period plays the simulation again for each of its sections.
 */
public final class GeneratedStatement {

    private static final int STATEMENTS_PER_SECOND = 4;

    private GeneratedStatement() {}

    /** Leaves the stream open. */
    public static void write(StatementSpec spec, OutputStream stream) throws IOException {
        boolean byDay = spec.query().breakout() == Breakout.BY_DAY;
        int count = spec.accounts().count() * (byDay ? spec.days() : 1);
        try (FlexResponse response = new FlexResponse(stream, spec.query().name(), count)) {
            int written = 0;
            for (int index = 0; index < spec.accounts().count(); index++) {
                for (Period period : periods(spec, index)) {
                    LocalDateTime generated = spec.generatedAt().plusSeconds(written / STATEMENTS_PER_SECOND);
                    response.statement(
                            period, generated, new TreeSet<>(spec.query().sections()));
                    written++;
                }
            }
        }
    }

    private static Iterable<Period> periods(StatementSpec spec, int index) {
        String base = spec.accounts().base();
        SimulatedAccount life = new SimulatedAccount(
                spec.seed(), index, base, spec.accounts().euros(), spec.firstDay(), spec.days(), spec.trades());
        Period.Account account =
                new Period.Account(spec.accounts().id(index), base, spec.query().levels());
        return switch (spec.query().breakout()) {
            case WHOLE_PERIOD -> List.of(new Period(account, "Custom", spec.firstDay(), spec.lastDay(), life));
            case BY_DAY ->
                () -> life.stream()
                        .map(day -> new Period(account, "LastNCalendarDays", day.date(), day.date(), List.of(day)))
                        .iterator();
        };
    }

    /** For statements small enough to hold. */
    public static byte[] bytes(StatementSpec spec) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(spec, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
