package io.flexledger.testing.statement;

import io.flexledger.testing.statement.StatementSpec.Breakout;
import io.flexledger.testing.statement.section.Section;
import io.flexledger.testing.statement.section.TradeLevel;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Writes one generated statement file; without arguments it prints them. */
public final class GenerateStatements {

    private static final String USAGE = """
            usage: GenerateStatements <file> [option=value ...]

              seed=1                 equal seeds and options give equal bytes
              trades=600             exchange fills per account
              size=300MB             instead of trades: about this size of file (KB, MB, GB)
              days=60                report days per account, Monday to Friday
              from=2025-01-02        the first of them
              layout=by-day          by-day: one statement per day; whole: one statement
              accounts=1             accounts in the file
              account=U7000001       id of the first, the others count up
              base=HKD               base currency: HKD, USD, EUR, GBP, CHF, JPY
              euros=no               yes: trade euro stocks as well
              query=Generated        name of the query
              generated=<time>       2025-04-01T04:27:02, New York; default the morning after the last day
              sections=all           or a list: TRADES,OPEN_POSITIONS,...
              levels=all             of the trades, or a list: EXECUTION,CLOSED_LOT,...
            """;

    private static final int CALIBRATION_TRADES = 2_000;
    private static final int NEAR = 25;
    private static final int GUESSES = 5;

    private GenerateStatements() {}

    public static void main(String[] arguments) throws IOException {
        System.exit(run(arguments, System.out));
    }

    /** Exit code 0, or 2 when the arguments make no sense. */
    static int run(String[] arguments, PrintStream out) throws IOException {
        if (arguments.length == 0) {
            out.print(USAGE);
            return 2;
        }
        Path file = Path.of(arguments[0]);
        StatementSpec spec;
        try {
            spec = parse(arguments);
        } catch (IllegalArgumentException | DateTimeException mistake) {
            out.println(mistake.getMessage());
            out.print(USAGE);
            return 2;
        }
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file))) {
            GeneratedStatement.write(spec, stream);
        }
        out.printf(
                Locale.ROOT,
                "%s: %,d bytes, %d account(s), %s to %s, %,d fills each%n",
                file,
                Files.size(file),
                spec.accounts().count(),
                spec.firstDay(),
                spec.lastDay(),
                spec.trades());
        return 0;
    }

    private static StatementSpec parse(String[] arguments) throws IOException {
        StatementSpec spec = StatementSpec.seeded(1);
        String size = "";
        for (int index = 1; index < arguments.length; index++) {
            String[] option = arguments[index].split("=", 2);
            String value = option.length == 2 ? option[1] : "";
            if (option[0].equals("size")) {
                size = value;
            } else {
                spec = with(spec, option[0], value);
            }
        }
        return size.isEmpty() ? spec : sized(spec, size);
    }

    private static StatementSpec with(StatementSpec spec, String option, String value) {
        return switch (option) {
            case "seed" -> spec.withSeed(Long.parseLong(value));
            case "trades" -> spec.withTrades(Integer.parseInt(value));
            case "days" -> spec.withDays(spec.firstDay(), Integer.parseInt(value));
            case "from" -> spec.withDays(LocalDate.parse(value), spec.days());
            case "layout" -> spec.with(layout(value));
            case "accounts" -> spec.withAccounts(spec.accounts().first(), Integer.parseInt(value));
            case "account" -> spec.withAccounts(value, spec.accounts().count());
            case "base" -> spec.withBase(value);
            case "euros" -> value.equals("yes") ? spec.withEuros() : spec;
            case "query" -> spec.withName(value);
            case "generated" -> spec.withWhenGenerated(LocalDateTime.parse(value));
            case "sections" -> spec.withSections(chosen(value, Section.full(), Section.class));
            case "levels" -> spec.withLevels(chosen(value, TradeLevel.all(), TradeLevel.class));
            default -> throw new IllegalArgumentException("unknown option: " + option);
        };
    }

    private static Breakout layout(String value) {
        return switch (value) {
            case "by-day" -> Breakout.BY_DAY;
            case "whole" -> Breakout.WHOLE_PERIOD;
            default -> throw new IllegalArgumentException("layout is by-day or whole: " + value);
        };
    }

    private static <E extends Enum<E>> Set<E> chosen(String value, Set<E> all, Class<E> type) {
        if (value.equals("all")) {
            return all;
        }
        Set<E> chosen = EnumSet.noneOf(type);
        for (String name : value.split(",", -1)) {
            chosen.add(Enum.valueOf(type, name));
        }
        return chosen;
    }

    private record Measured(StatementSpec spec, long bytes) {

        static Measured of(StatementSpec spec) throws IOException {
            return new Measured(spec, length(spec));
        }

        /** Where the line through the two sizes has the size that is wanted. */
        StatementSpec towards(Measured more, long wanted) {
            int trades = more.spec.trades() - spec.trades();
            long step = Math.multiplyExact(wanted - bytes, trades) / Math.max(1, more.bytes - bytes);
            return spec.withTrades(Math.toIntExact(Math.max(0, spec.trades() + step)));
        }

        boolean isNear(long wanted) {
            return Math.abs(bytes - wanted) * NEAR <= wanted;
        }
    }

    /** Generates at a few sizes to find the number of trades; bytes do not grow evenly with them. */
    private static StatementSpec sized(StatementSpec spec, String size) throws IOException {
        long wanted = bytes(size);
        Measured fewer = Measured.of(spec.withTrades(0));
        Measured more = Measured.of(spec.withTrades(CALIBRATION_TRADES));
        Measured guess = Measured.of(fewer.towards(more, wanted));
        for (int tries = 0; tries < GUESSES && !guess.isNear(wanted); tries++) {
            if (guess.spec.trades() > more.spec.trades()) {
                fewer = more;
                more = guess;
            } else if (guess.bytes < wanted) {
                fewer = guess;
            } else {
                more = guess;
            }
            guess = Measured.of(fewer.towards(more, wanted));
        }
        return guess.spec;
    }

    private static long bytes(String size) {
        String unit = size.replaceAll("\\d", "").toUpperCase(Locale.ROOT);
        long number = Long.parseLong(size.replaceAll("\\D", ""));
        return switch (unit) {
            case "KB" -> number << 10;
            case "MB" -> number << 20;
            case "GB" -> number << 30;
            default -> throw new IllegalArgumentException("a size is a number of KB, MB or GB: " + size);
        };
    }

    private static long length(StatementSpec spec) throws IOException {
        CountingStream counter = new CountingStream();
        GeneratedStatement.write(spec, counter);
        return counter.length;
    }

    private static final class CountingStream extends OutputStream {

        private long length;

        @Override
        public void write(int one) {
            length++;
        }

        @Override
        public void write(byte[] bytes, int offset, int count) {
            length += count;
        }
    }
}
