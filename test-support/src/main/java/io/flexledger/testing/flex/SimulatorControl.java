package io.flexledger.testing.flex;

import io.flexledger.testing.flex.fault.Fault;
import io.flexledger.testing.flex.fault.FaultText;
import io.flexledger.testing.flex.service.Endpoint;
import io.flexledger.testing.flex.service.LoggedRequest;
import io.flexledger.testing.flex.wire.Body;
import io.flexledger.testing.flex.wire.Reply;
import io.flexledger.testing.flex.wire.WireAnswer;
import io.flexledger.testing.flex.wire.WireRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Steers a simulator that runs in a process of its own; plain text, one thing per line. */
final class SimulatorControl {

    private static final String BASE = "/simulator/";
    private static final String USAGE = """
            POST   /simulator/faults      lines of: <SendRequest|GetStatement> <fault>
                                          or: random <seed> <percent>
            DELETE /simulator/faults      forget those that have not happened yet
            POST   /simulator/holds       <SendRequest|GetStatement> [<bytes of the body>]; answers with its number
            GET    /simulator/holds       number, and waiting or arrived
            DELETE /simulator/holds       let all of them go
            POST   /simulator/outage      stop listening for so many seconds
            GET    /simulator/requests    what was asked
            GET    /simulator/violations  what was asked too early

            """ + FaultText.GRAMMAR;

    private final FlexSimulator simulator;

    SimulatorControl(FlexSimulator simulator) {
        this.simulator = simulator;
    }

    static boolean isFor(WireRequest request) {
        return request.path().startsWith(BASE);
    }

    Reply reply(WireRequest request) {
        try {
            return switch (request.toString()) {
                case "POST /simulator/faults" -> addFaults(request.body());
                case "DELETE /simulator/faults" -> {
                    simulator.clearFaults();
                    yield text(200, "");
                }
                case "POST /simulator/holds" -> addHold(request.body());
                case "GET /simulator/holds" -> text(200, holds());
                case "DELETE /simulator/holds" -> {
                    simulator.holds().forEach(Hold::release);
                    yield text(200, "");
                }
                case "POST /simulator/outage" -> {
                    simulator.refuseFor(
                            Duration.ofSeconds(Long.parseLong(request.body().strip())));
                    yield text(200, "");
                }
                case "GET /simulator/requests" -> text(200, requests());
                case "GET /simulator/violations" -> text(200, violations());
                default -> text(404, USAGE);
            };
        } catch (IllegalArgumentException e) {
            return text(400, e.getMessage() + "\n");
        }
    }

    private WireAnswer addFaults(String body) {
        List<Runnable> steps = new ArrayList<>();
        for (String line : body.strip().split("\\R", -1)) {
            String[] words = line.strip().split("\\s+", 2);
            String rest = words.length > 1 ? words[1] : "";
            if (words[0].equals("random")) {
                String[] numbers = rest.split("\\s+", 2);
                long seed = Long.parseLong(numbers[0]);
                int percent = Integer.parseInt(numbers.length > 1 ? numbers[1] : "");
                steps.add(() -> simulator.randomFaults(seed, percent));
            } else {
                Endpoint endpoint = endpoint(words[0]);
                Fault fault = FaultText.parse(rest);
                steps.add(() -> simulator.next(endpoint, fault));
            }
        }
        steps.forEach(Runnable::run);
        return text(202, "");
    }

    private WireAnswer addHold(String body) {
        String[] words = body.strip().split("\\s+", 2);
        Endpoint endpoint = endpoint(words[0]);
        if (words.length > 1) {
            simulator.holdBody(endpoint, Long.parseLong(words[1]));
        } else {
            simulator.hold(endpoint);
        }
        return text(202, simulator.holds().size() + "\n");
    }

    private static Endpoint endpoint(String call) {
        Optional<Endpoint> endpoint = Endpoint.named(call);
        return endpoint.orElseThrow(() -> new IllegalArgumentException("SendRequest or GetStatement, not " + call));
    }

    private String holds() {
        StringBuilder text = new StringBuilder();
        List<Hold> holds = simulator.holds();
        for (int number = 1; number <= holds.size(); number++) {
            text.append(number).append(holds.get(number - 1).hasArrived() ? " arrived\n" : " waiting\n");
        }
        return text.toString();
    }

    private String requests() {
        return simulator.requests().stream().map(SimulatorControl::line).collect(Collectors.joining());
    }

    private String violations() {
        return simulator.violations().stream()
                .map(violation -> "%s: %s%n".formatted(line(violation.request()).strip(), violation.rule()))
                .collect(Collectors.joining());
    }

    private static String line(LoggedRequest request) {
        return String.format(
                Locale.ROOT,
                "%s %s token=%s %s%n",
                request.at(),
                request.endpoint(),
                request.token(),
                new TreeMap<>(request.params()));
    }

    private static WireAnswer text(int status, String text) {
        return WireAnswer.of(status, "text/plain", Body.of(text));
    }
}
