package io.flexledger.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.cli.Session;
import io.flexledger.cli.client.ServiceClient;
import io.flexledger.cli.stack.Service;
import io.flexledger.cli.stack.Stack;
import io.flexledger.cli.stack.StackDirectory;
import io.flexledger.cli.visibility.RealTime;
import io.flexledger.cli.visibility.RunningPipeline;
import io.flexledger.contracts.progress.StandstillException;
import io.flexledger.contracts.progress.Visibility;
import io.flexledger.stack.Ports;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The way from a command to the stack it talks to. */
record StackAccess(Session session, Ports ports) {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Fails with advice where no stack is running. */
    static StackAccess of(Session session) {
        StackDirectory directory = session.stackDirectory();
        Ports ports = directory
                .ports()
                .filter(_ -> Stack.isRunning(directory))
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.UPSTREAM, "no stack is running in " + directory.root(), advice(session, directory)));
        return new StackAccess(session, ports);
    }

    private static String advice(Session session, StackDirectory directory) {
        StackDirectory demo = new StackDirectory(directory.root().resolveSibling("demo"));
        String start = "start one with ./ledger up -d" + session.optionFor(directory);
        return Stack.isRunning(demo) ? start + ", or reach the demo with --data-dir " + demo.root() : start;
    }

    ServiceClient client(Service service) {
        return new ServiceClient(service.module(), ports.of(service.port()));
    }

    /** Returns once a report shows everything handed in so far. */
    void awaitVisible() {
        try (RunningPipeline pipeline = new RunningPipeline(ports)) {
            new Visibility(pipeline, new RealTime(), PATIENCE)
                    .await((stage, records) ->
                            session.talk().progress("%s has %d records to go".formatted(stage.service(), records)));
        } catch (StandstillException e) {
            throw new CommandFailure(
                    ExitCode.UPSTREAM, e.getMessage(), "see ./ledger status and the log of " + e.service(), e);
        } finally {
            session.talk().progressDone();
        }
    }

    /** Accounts whose facts are not folded, with the reason; empty if nothing waits. */
    SortedMap<String, String> waiting() {
        SortedMap<String, String> waiting = new TreeMap<>();
        for (JsonNode account : client(Service.LEDGER).getJson("/ledger/accounts", Map.of())) {
            if (account.hasNonNull("held")) {
                waiting.put(
                        account.path("account").asText(), account.path("held").asText());
            }
        }
        return waiting;
    }
}
