package io.flexledger.testing.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.flexledger.testing.gateway.account.Ticket;
import io.flexledger.testing.gateway.fault.Fault;
import io.flexledger.testing.gateway.fault.FaultText;
import io.flexledger.testing.gateway.script.DayClock;
import io.flexledger.testing.gateway.session.TrafficLog.Sent;
import io.flexledger.testing.gateway.wire.CommissionReport;
import io.flexledger.testing.gateway.wire.Execution;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Steers a gateway that runs in a process of its own; plain text, one thing per line. */
public final class SimulatorControl implements AutoCloseable {

    private static final String BASE = "/simulator/";
    private static final String USAGE =
            """
            GET    /simulator/state       the day, the time there, who is connected
            POST   /simulator/day         plays one; options, all in one line or in several:
            """ + Programme.USAGE.indent(32) + """
            DELETE /simulator/day         stops playing, and leaves everything as it is
            POST   /simulator/pace        real, paused, or how many times faster
            POST   /simulator/step        the next happening happens now
            """ + Commands.USAGE + """
            POST   /simulator/faults      lines of one fault, or of: random <seed> <percent>
            GET    /simulator/faults      those that wait for their occasion
            DELETE /simulator/faults      forget them
            GET    /simulator/tickets     the truth: every execution at its newest revision, with its commission
            GET    /simulator/sent        execDetails and commissions, with the real instant each was written
            GET    /simulator/traffic     how many messages of each kind, and every request
            POST   /simulator/reset       as at the start: no day, no fault, no execution, no connection

            """ + FaultText.GRAMMAR;

    private final GatewaySimulator gateway;
    private final DayClock clock;
    private final DayPlayer player;
    private final Commands commands;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private record Reply(int status, String text) {}

    private SimulatorControl(HttpServer server, GatewaySimulator gateway, DayClock clock, DayPlayer player) {
        this.server = server;
        this.gateway = gateway;
        this.clock = clock;
        this.player = player;
        commands = new Commands(gateway);
    }

    /**
     * @param port  on loopback; 0 for any free one
     * @param clock the gateway's own
     */
    public static SimulatorControl start(int port, GatewaySimulator gateway, DayClock clock, DayPlayer player)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        SimulatorControl control = new SimulatorControl(server, gateway, clock, player);
        server.createContext("/", control::answer);
        server.setExecutor(control.threads);
        server.start();
        return control;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).strip();
            Reply reply =
                    reply(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), body);
            byte[] text = (reply.text().isEmpty() || reply.text().endsWith("\n") ? reply.text() : reply.text() + "\n")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/plain;charset=UTF-8");
            exchange.sendResponseHeaders(reply.status(), text.length == 0 ? -1 : text.length);
            exchange.getResponseBody().write(text);
        }
    }

    private Reply reply(String method, String path, String body) {
        if (!path.startsWith(BASE)) {
            return new Reply(404, USAGE);
        }
        String name = path.substring(BASE.length());
        try {
            return switch (method) {
                case "GET" -> get(name);
                case "DELETE" -> delete(name);
                default -> new Reply(202, post(name, body));
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            return new Reply(400, String.valueOf(e.getMessage()));
        }
    }

    private Reply get(String name) {
        return switch (name) {
            case "state" -> new Reply(200, state());
            case "faults" -> new Reply(200, lines(gateway.waitingFaults().stream()));
            case "tickets" -> new Reply(200, lines(gateway.tickets().stream().map(SimulatorControl::line)));
            case "sent" -> new Reply(200, sent());
            case "traffic" -> new Reply(200, traffic());
            default -> new Reply(404, USAGE);
        };
    }

    private Reply delete(String name) {
        switch (name) {
            case "day" -> player.stop();
            case "faults" -> gateway.clearFaults();
            default -> {
                return new Reply(404, USAGE);
            }
        }
        return new Reply(200, "");
    }

    private String post(String name, String body) {
        return switch (name) {
            case "day" -> {
                Map<String, String> options = options(body);
                if (!options.containsKey("date")) {
                    throw new IllegalArgumentException("which date?\n" + Programme.USAGE);
                }
                player.play(Programme.of(options, LocalDate.EPOCH));
                yield player.state();
            }
            case "pace" -> {
                player.pace(Programme.pace(body));
                yield "";
            }
            case "step" -> {
                player.step();
                yield "";
            }
            case "faults" -> addFaults(body);
            case "reset" -> reset();
            case "fill" -> commands.fill(body);
            case "burst" -> commands.burst(body);
            case "combo" -> commands.combo(body);
            case "correct" -> commands.correct(body);
            case "mark" -> commands.mark(body);
            case "rate" -> commands.rate(body);
            case "nav" -> commands.nav(body);
            case "margin" -> commands.margin(body);
            case "notice" -> commands.notice(body);
            default -> throw new IllegalArgumentException(USAGE);
        };
    }

    private static Map<String, String> options(String body) {
        Map<String, String> options = new HashMap<>();
        for (String word : body.split("\\s+", -1)) {
            String[] option = word.split("=", 2);
            if (option.length < 2 || !Programme.USAGE.contains(option[0] + "=")) {
                throw new IllegalArgumentException("no option: %s%n%s".formatted(word, Programme.USAGE));
            }
            options.put(option[0], option[1]);
        }
        return options;
    }

    private String addFaults(String body) {
        List<Runnable> steps = new ArrayList<>();
        for (String line : body.split("\\R", -1)) {
            String[] words = line.strip().split("\\s+", -1);
            if (words[0].equals("random") && words.length == 3) {
                long seed = Long.parseLong(words[1]);
                int percent = Integer.parseInt(words[2]);
                steps.add(() -> gateway.randomFaults(seed, percent));
            } else {
                Fault fault = FaultText.parse(line);
                steps.add(() -> gateway.fault(fault));
            }
        }
        steps.forEach(Runnable::run);
        return "";
    }

    private String reset() {
        player.stop();
        gateway.restart(() -> {
            gateway.forgets();
            clock.pace(1);
            clock.set(Instant.now());
        });
        return "";
    }

    private String state() {
        return lines(Stream.of(
                "day=" + player.state(),
                "time=" + clock.instant(),
                "pace=" + clock.pace(),
                "accounts="
                        + gateway.accounts().stream()
                                .map(account -> account.id() + ":" + account.netAssetValue() + account.base())
                                .collect(Collectors.joining(",")),
                "clients=" + gateway.clients().stream().map(String::valueOf).collect(Collectors.joining(",")),
                "connections=" + gateway.connections(),
                "executions=" + gateway.tickets().size()));
    }

    private String sent() {
        return lines(Stream.concat(
                gateway.traffic().executions().stream().map(sent -> line("execution", sent)),
                gateway.traffic().commissions().stream().map(sent -> line("commission", sent))));
    }

    private static String line(String what, Sent sent) {
        return "%s execId=%s client=%d pushed=%s gatewayTime=%s written=%s"
                .formatted(what, sent.execId(), sent.clientId(), sent.pushed(), sent.at(), sent.written());
    }

    private static String line(Ticket ticket) {
        Execution execution = ticket.execution();
        CommissionReport report = ticket.report();
        return "execId=%s account=%s time=%s side=%s shares=%s price=%s conid=%d instrument=%s %s"
                .formatted(
                        execution.execId(),
                        execution.account(),
                        execution.trade().time(),
                        execution.trade().side(),
                        execution.trade().shares().toPlainString(),
                        execution.trade().price().toPlainString(),
                        execution.contract().conId(),
                        execution.contract().localSymbol().replaceAll(" +", ""),
                        report == null
                                ? "commission=unknown"
                                : "commission=%s%s"
                                        .formatted(report.commission().toPlainString(), report.currency()));
    }

    private String traffic() {
        return lines(Stream.concat(
                gateway.traffic().counts().entrySet().stream()
                        .map(count -> "sent message=%d times=%d".formatted(count.getKey(), count.getValue())),
                gateway.traffic().requests().stream()
                        .map(asked -> "asked at=%s client=%d %s"
                                .formatted(
                                        asked.at(),
                                        asked.clientId(),
                                        String.join("|", asked.message().fields())))));
    }

    private static String lines(Stream<?> things) {
        return things.map(thing -> thing + "\n").collect(Collectors.joining());
    }
}
