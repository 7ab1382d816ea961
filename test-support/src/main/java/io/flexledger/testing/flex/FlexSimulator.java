package io.flexledger.testing.flex;

import io.flexledger.testing.flex.fault.Fault;
import io.flexledger.testing.flex.fault.FaultPlan;
import io.flexledger.testing.flex.service.BrokerCode;
import io.flexledger.testing.flex.service.Endpoint;
import io.flexledger.testing.flex.service.FlexService;
import io.flexledger.testing.flex.service.LoggedRequest;
import io.flexledger.testing.flex.service.RequestLog;
import io.flexledger.testing.flex.service.ServiceAnswer;
import io.flexledger.testing.flex.service.Violation;
import io.flexledger.testing.flex.wire.Reply;
import io.flexledger.testing.flex.wire.WireAnswer;
import io.flexledger.testing.flex.wire.WireRequest;
import io.flexledger.testing.flex.wire.WireServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The broker's Flex Web Service on loopback, with a clock, a memory for what was asked, and faults on demand. */
public final class FlexSimulator implements AutoCloseable {

    private static final int TOO_MANY = 1018;

    private final FlexService service;
    private final RequestLog log;
    private final FaultPlan faults = new FaultPlan();
    private final Holds holds = new Holds();
    private final SimulatorControl control = new SimulatorControl(this);
    private final WireServer server;
    private final Answers answers;
    private final FaultyReplies faulty;

    private FlexSimulator(SimulatorSettings settings) {
        service = new FlexService(settings.service());
        log = new RequestLog(settings.limits(), settings.service().clock(), settings.nanos());
        server = new WireServer(settings.port(), this::reply);
        answers = Answers.of(settings, baseUrl());
        faulty = new FaultyReplies(answers, this::refuseFor);
    }

    public static FlexSimulator start(SimulatorSettings settings) {
        return new FlexSimulator(settings);
    }

    /** Below which the two calls are; ends with a slash. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:%d%s".formatted(port(), Endpoint.BASE));
    }

    public int port() {
        return server.port();
    }

    /** Every request to the two calls, in the order of arrival. */
    public List<LoggedRequest> requests() {
        return log.requests();
    }

    /** Those that came faster than a token may ask. */
    public List<Violation> violations() {
        return log.violations();
    }

    /** The next request to this call meets the fault; several queue up. A request that is too early meets none. */
    public void next(Endpoint endpoint, Fault fault) {
        faults.add(endpoint, fault);
    }

    public void next(Endpoint endpoint, Fault fault, int times) {
        for (int time = 0; time < times; time++) {
            next(endpoint, fault);
        }
    }

    /** Requests without a fault in the queue meet one of those that pass, by chance. */
    public void randomFaults(long seed, int percent) {
        randomFaults(seed, percent, FaultPlan.PASSING);
    }

    public void randomFaults(long seed, int percent, List<Fault> kinds) {
        faults.random(seed, percent, kinds);
    }

    /** Forgets the faults that have not happened yet. */
    public void clearFaults() {
        faults.clear();
    }

    /** Faults in the queue that no request has met yet. */
    public int waitingFaults(Endpoint endpoint) {
        return faults.waiting(endpoint);
    }

    /** Holds the next answer of this call before its first byte. */
    public Hold hold(Endpoint endpoint) {
        return holds.add(endpoint, Hold.BEFORE_HEADERS);
    }

    /** Holds the next answer of this call after so many bytes of its body. */
    public Hold holdBody(Endpoint endpoint, long afterBytes) {
        return holds.add(endpoint, afterBytes);
    }

    List<Hold> holds() {
        return holds.all();
    }

    /** Stops listening; open connections end. */
    public void refuseConnections() {
        server.suspend();
    }

    /** Listens again, on the same port. */
    public void acceptConnections() {
        server.resume();
    }

    /** Stops listening for so long. */
    public void refuseFor(Duration duration) {
        server.suspend();
        Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(duration);
                server.resume();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        holds.close();
        server.close();
    }

    private Reply reply(WireRequest request) throws InterruptedException {
        if (SimulatorControl.isFor(request)) {
            return control.reply(request);
        }
        Optional<Endpoint> endpoint = FlexService.endpoint(request.path());
        if (endpoint.isEmpty() || !request.method().equals("GET")) {
            return Answers.page(404, "Not found");
        }
        return reply(endpoint.get(), request);
    }

    private Reply reply(Endpoint endpoint, WireRequest request) throws InterruptedException {
        if (log.arrived(endpoint, request.params()).isPresent()) {
            return answers.whole(new ServiceAnswer.Refusal(BrokerCode.of(TOO_MANY)));
        }
        Optional<Hold> hold = holds.take(endpoint);
        if (hold.isPresent() && hold.get().after() < 0) {
            hold.get().await();
        }
        Supplier<ServiceAnswer> answer = () -> service.answer(endpoint, request.path(), request.params());
        Reply reply =
                request.header("User-Agent").filter(agent -> !agent.isBlank()).isEmpty()
                        ? Answers.page(403, "Access denied")
                        : faults.take(endpoint)
                                .map(fault -> faulty.reply(fault, answer))
                                .orElseGet(() -> answers.whole(answer.get()));
        return hold.filter(held -> held.after() >= 0).isPresent() && reply instanceof WireAnswer whole
                ? whole.with(whole.delivery().through(hold.get()))
                : reply;
    }
}
