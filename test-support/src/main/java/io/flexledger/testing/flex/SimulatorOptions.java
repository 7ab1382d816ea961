package io.flexledger.testing.flex;

import io.flexledger.testing.flex.report.FolderReports;
import io.flexledger.testing.flex.report.GeneratedReports;
import io.flexledger.testing.flex.report.LargeReports;
import io.flexledger.testing.flex.report.QueryPeriod;
import io.flexledger.testing.flex.report.QueryRole;
import io.flexledger.testing.flex.report.ReportSource;
import io.flexledger.testing.flex.report.SimulatedQuery;
import io.flexledger.testing.flex.service.Generation;
import io.flexledger.testing.flex.service.Limits;
import io.flexledger.testing.statement.StatementSpec;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The command line of a simulator: {@code name=value}, tokens and queries any number of times. */
final class SimulatorOptions {

    static final String USAGE = """
            usage: FlexSimulatorMain [option=value ...]

              port=8088              on loopback
              token=<digits>         repeat it, or FLEX_SIMULATOR_TOKENS in the environment, separated by commas
              query=<id>:<name>:<role>[:<period>]
                                     repeat it; full, trades, nav, cash, exercises, interest or confirms;
                                     LastBusinessDay, MonthToDate, LastMonth, YearToDate, Last365CalendarDays, Today
              account=U7000001       whose statements
              base=HKD               its currency
              seed=1                 the same account for the same seed
              from=2025-01-02        its first day
              days=2000              Mondays to Fridays it lives
              trades=8               a day
              folder=<directory>     hands out files instead; their names begin with a query's id or name
              size=<megabytes>       reports of about this size
              start=<instant>        the time it is now, such as 2025-07-18T05:00:00-04:00
              speed=1                how fast that time runs; the limits are measured in it
              limits=broker          or none
              answers=0              downloads that are put off (1019)
              delay=0                seconds until a report is ready
              weekends=0             the same, in minutes, on Saturdays and Sundays
              style=<seed>           varies the small answers
            """;

    private static final int DEFAULT_PORT = 8088;
    private static final long MEGABYTE = 1L << 20;

    private final Map<String, String> options = new HashMap<>();
    private final List<String> tokens = new ArrayList<>();
    private final List<SimulatedQuery> queries = new ArrayList<>();

    private SimulatorOptions() {}

    /** @param environment more tokens, which a list of processes would show as arguments */
    static SimulatorSettings parse(String[] arguments, String environment) {
        SimulatorOptions parsed = new SimulatorOptions();
        for (String argument : arguments) {
            String[] option = argument.split("=", 2);
            if (option.length < 2 || !USAGE.contains(" " + option[0] + "=")) {
                throw new IllegalArgumentException("no option: " + option[0]);
            }
            switch (option[0]) {
                case "token" -> parsed.tokens.add(option[1]);
                case "query" -> parsed.queries.add(query(option[1]));
                default -> parsed.options.put(option[0], option[1]);
            }
        }
        Stream.of(environment.split(",", -1)).filter(token -> !token.isBlank()).forEach(parsed.tokens::add);
        return parsed.settings();
    }

    private SimulatorSettings settings() {
        if (tokens.isEmpty() || queries.isEmpty()) {
            throw new IllegalArgumentException("a token and a query are needed");
        }
        SimulatorSettings settings = SimulatorSettings.of(
                        tokens.getFirst(), source(), queries.toArray(SimulatedQuery[]::new))
                .withPort(number("port", DEFAULT_PORT))
                .with(new Generation(
                        number("answers", 0),
                        Duration.ofSeconds(number("delay", 0)),
                        Duration.ofMinutes(number("weekends", 0))));
        for (String token : tokens) {
            settings = settings.withToken(token);
        }
        if (options.containsKey("start")) {
            ScaledClock clock = ScaledClock.from(
                    OffsetDateTime.parse(option("start", "")).toInstant(), new BigDecimal(option("speed", "1")));
            settings = settings.withClock(clock).withLimitsByClock();
        }
        if (option("limits", "broker").equals("none")) {
            settings = settings.with(Limits.NONE);
        }
        return options.containsKey("style") ? settings.withVariedStyle(Long.parseLong(option("style", ""))) : settings;
    }

    private ReportSource source() {
        if (options.containsKey("folder")) {
            return new FolderReports(Path.of(option("folder", "")));
        }
        int days = number("days", 2_000);
        StatementSpec spec = StatementSpec.seeded(number("seed", 1))
                .withAccounts(option("account", "U7000001"), 1)
                .withBase(option("base", "HKD"))
                .withDays(LocalDate.parse(option("from", "2025-01-02")), days)
                .withTrades(Math.multiplyExact(days, number("trades", 8)));
        return options.containsKey("size")
                ? new LargeReports(spec, number("size", 0) * MEGABYTE)
                : GeneratedReports.of(spec);
    }

    private static SimulatedQuery query(String text) {
        List<String> parts = List.of(text.split(":", -1));
        if (parts.size() < 3) {
            throw new IllegalArgumentException("a query is <id>:<name>:<role>[:<period>]: " + text);
        }
        QueryRole role = QueryRole.valueOf(parts.get(2).toUpperCase(Locale.ROOT));
        SimulatedQuery query = SimulatedQuery.of(parts.get(0), parts.get(1), role);
        return parts.size() > 3 ? query.with(period(parts.get(3))) : query;
    }

    private static QueryPeriod period(String label) {
        return Stream.of(QueryPeriod.values())
                .filter(period -> period.label().equalsIgnoreCase(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no period: " + label));
    }

    private int number(String name, int standard) {
        return Integer.parseInt(option(name, Integer.toString(standard)));
    }

    private String option(String name, String standard) {
        return options.getOrDefault(name, standard);
    }
}
