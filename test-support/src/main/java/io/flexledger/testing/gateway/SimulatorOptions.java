package io.flexledger.testing.gateway;

import io.flexledger.testing.gateway.account.SimulatedAccount;
import io.flexledger.testing.gateway.day.Days;
import io.flexledger.testing.gateway.day.GeneratedDays;
import io.flexledger.testing.gateway.day.StatementFiles;
import io.flexledger.testing.statement.StatementSpec;
import io.flexledger.testing.statement.account.MarketCalendar;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The command line of a simulated gateway: {@code name=value}. */
final class SimulatorOptions {

    static final String USAGE = """
            usage: GatewaySimulatorMain [option=value ...]

            port=4001                      of the gateway, on loopback
            control=4011                   where it is steered by HTTP
            client=71                      the id of the client that sees all executions
            version=200                    the newest it speaks, 176 to 200
            chopped=no                     or yes: frames are cut anywhere and run together
            seed=1                         of what varies; with generated days, of the account
            files=<statements>             whose days are played: an XML file or a directory of them; others are generated
            account=U7000001               of generated days, as are these:
            base=HKD
            from=2025-01-02
            days=2000
            trades=8                       a day

            What is played from the start, if anything; next is the first day that is not over, last the last one in the files:
            """
            + Programme.USAGE.replace(
                    "date=2025-07-18                the day", "date=next|last|2025-07-18      the day");

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final Map<String, String> options = new HashMap<>();
    private final InstantSource clock;

    private SimulatorOptions(InstantSource clock) {
        this.clock = clock;
    }

    /** @param clock says what day it is */
    static SimulatorOptions parse(String[] arguments, InstantSource clock) {
        SimulatorOptions parsed = new SimulatorOptions(clock);
        for (String argument : arguments) {
            String[] option = argument.split("=", 2);
            if (option.length < 2 || USAGE.lines().noneMatch(line -> line.startsWith(option[0] + "="))) {
                throw new IllegalArgumentException("no option: " + option[0]);
            }
            parsed.options.put(option[0], option[1]);
        }
        return parsed;
    }

    GatewaySettings settings() {
        GatewaySettings settings = GatewaySettings.of(idle())
                .withPort(number("port", 4001))
                .withMasterClient(number("client", 71))
                .withVersion(number("version", 200))
                .withSeed(number("seed", 1));
        return option("chopped", "no").equals("yes") ? settings.withChoppedWrites() : settings;
    }

    int controlPort() {
        return number("control", 4011);
    }

    Days days() {
        int days = number("days", 2_000);
        Days generated = new GeneratedDays(StatementSpec.seeded(number("seed", 1))
                .withAccounts(account(), 1)
                .withBase(base())
                .withDays(LocalDate.parse(option("from", "2025-01-02")), days)
                .withTrades(Math.multiplyExact(days, number("trades", 8))));
        return options.containsKey("files") ? files().or(generated) : generated;
    }

    /** Empty when nothing is to be played before somebody says so. */
    Optional<Programme> programme() {
        if (!options.containsKey("date")) {
            return Optional.empty();
        }
        Map<String, String> spelt = new HashMap<>(options);
        spelt.put("date", date(option("date", "")).toString());
        return Optional.of(Programme.of(spelt, LocalDate.EPOCH));
    }

    private LocalDate date(String text) {
        return switch (text) {
            case "next" -> {
                LocalDate today = clock.instant().atZone(NEW_YORK).toLocalDate();
                yield MarketCalendar.isReportDay(today) ? today : MarketCalendar.nextReportDay(today);
            }
            case "last" ->
                files().last().orElseThrow(() -> new IllegalArgumentException("no statement of one day in the files"));
            default -> LocalDate.parse(text);
        };
    }

    private StatementFiles files() {
        return new StatementFiles(Path.of(option("files", ".")));
    }

    /** Before a day is opened: nothing but cash. */
    private SimulatedAccount idle() {
        return SimulatedAccount.of(account(), base())
                .withRate("USD", base().equals("HKD") ? "7.8" : "1")
                .withCash("USD", "100000");
    }

    private String account() {
        return option("account", "U7000001");
    }

    private String base() {
        return option("base", "HKD");
    }

    private int number(String name, int standard) {
        return Integer.parseInt(option(name, Integer.toString(standard)));
    }

    private String option(String name, String standard) {
        return options.getOrDefault(name, standard);
    }
}
