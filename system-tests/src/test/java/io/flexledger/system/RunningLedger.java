package io.flexledger.system;

import static io.flexledger.stack.Databases.DATABASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.contracts.ContractJson;
import io.flexledger.stack.Ports;
import io.flexledger.stack.StackPort;
import io.flexledger.testing.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A local stack of its own in a directory of its own, driven by the command a person would use. */
final class RunningLedger implements AutoCloseable {

    private final Path dataDir;
    private final Ports ports;
    private final Map<String, String> settings = new HashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningLedger(Path dataDir, Ports ports) {
        this.dataDir = dataDir;
        this.ports = ports;
    }

    static RunningLedger start(Path dataDir) {
        return start(dataDir, Map.of());
    }

    static RunningLedger start(Path dataDir, Map<String, String> settings) {
        var ledger = new RunningLedger(dataDir, Ports.free());
        ledger.tell(settings);
        ledger.up();
        return ledger;
    }

    /** What the services are told from their next start on; a process that runs keeps what it was told. */
    void tell(Map<String, String> more) {
        settings.putAll(more);
    }

    /** Starts what is not running, so it also heals a stack some of whose processes were killed. */
    void up() {
        succeed("up", "-d", "--port-base", Integer.toString(ports.base()));
    }

    /** What a command left behind. */
    record Outcome(int exit, String out, String err) {}

    Outcome run(String... arguments) {
        try {
            var process = launch(arguments);
            var err = new ArrayList<String>();
            var reader =
                    Thread.ofVirtual().start(() -> process.errorReader().lines().forEach(err::add));
            var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            reader.join();
            return new Outcome(exit, out, String.join("\n", err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The command as a process that runs on. */
    Process launch(String... arguments) throws IOException {
        var root = SharedData.projectRoot();
        var command = new ArrayList<String>(List.of(root.resolve("ledger").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(root.toFile());
        builder.environment().keySet().removeIf(RunningLedger::isOfSomebodysBroker);
        builder.environment().putAll(settings);
        builder.environment().put("FLEXLEDGER_DATA_DIR", dataDir.toString());
        // The reactor has just built everything.
        builder.environment().put("FLEXLEDGER_BUILD", "never");
        builder.environment().put("NO_COLOR", "1");
        return builder.start();
    }

    /** What whoever runs the tests may have set for a broker that is real. */
    private static boolean isOfSomebodysBroker(String name) {
        return name.equals("ACCOUNT_ID") || name.startsWith("IBKR_") || name.startsWith("FLEX");
    }

    String succeed(String... arguments) {
        var outcome = run(arguments);
        assertThat(outcome.exit())
                .as("%s: %s%n%s", List.of(arguments), outcome.err(), outcome.out())
                .isZero();
        return outcome.out();
    }

    void ingest(Path... files) {
        var arguments = new ArrayList<String>(List.of("ingest", "file"));
        for (var file : files) {
            arguments.add(file.toString());
        }
        succeed(arguments.toArray(String[]::new));
    }

    HttpResponse<String> get(StackPort service, String path) {
        return get(service, path, "application/json");
    }

    HttpResponse<String> get(StackPort service, String path, String accept) {
        var uri = URI.create("http://127.0.0.1:" + ports.of(service) + path);
        return send(HttpRequest.newBuilder(uri).header("Accept", accept).build());
    }

    HttpResponse<String> post(StackPort service, String path, byte[] body) {
        return post(service, path, "application/octet-stream", body);
    }

    /** What a service answers to JSON, if it is content. */
    JsonNode post(StackPort service, String path, String json) {
        var response = post(service, path, "application/json", json.getBytes(StandardCharsets.UTF_8));
        assertThat(response.statusCode()).as("%s: %s", path, response.body()).isBetween(200, 202);
        return ContractJson.read(response.body(), JsonNode.class);
    }

    private HttpResponse<String> post(StackPort service, String path, String type, byte[] body) {
        var uri = URI.create("http://127.0.0.1:" + ports.of(service) + path);
        return send(HttpRequest.newBuilder(uri)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    JsonNode json(StackPort service, String path) {
        var response = get(service, path);
        assertThat(response.statusCode()).as("%s: %s", path, response.body()).isEqualTo(200);
        return ContractJson.read(response.body(), JsonNode.class);
    }

    /** What each service holds, as the hash it answers with. */
    String hashes() {
        return "mapper %s%nledger %s%nreport %s"
                .formatted(
                        json(StackPort.MAPPER, "/mapping/projection-hash"),
                        json(StackPort.LEDGER, "/ledger/projection-hash"),
                        json(StackPort.REPORT, "/api/projection-hash"));
    }

    String bootstrap() {
        return ports.bootstrap();
    }

    /** Pids by process name, of those that run. */
    JsonNode processes() {
        return ContractJson.read(run("status", "-o", "json").out(), JsonNode.class);
    }

    /** {@code kill -9}. */
    void kill(String process) {
        find(process).destroyForcibly();
    }

    ProcessHandle find(String process) {
        for (var row : processes()) {
            if (row.get("process").asText().equals(process)) {
                return ProcessHandle.of(row.get("pid").asLong())
                        .orElseThrow(() -> new IllegalArgumentException(process + " has ended"));
            }
        }
        throw new IllegalArgumentException("no process " + process + " in " + processes());
    }

    /** Throws away all a service holds, as the runbook says. */
    void forget(String schema) {
        var login =
                "jdbc:postgresql://127.0.0.1:%d/%s?user=flexledger".formatted(ports.of(StackPort.POSTGRES), DATABASE);
        try (var database = DriverManager.getConnection(login + "&password=" + password());
                var statement = database.createStatement()) {
            statement.execute(
                    "drop schema %s cascade; create schema %s authorization %s".formatted(schema, schema, schema));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the schema " + schema + " was not emptied", e);
        }
    }

    private String password() throws IOException {
        return Files.readString(dataDir.resolve("postgres/password")).strip();
    }

    @Override
    public void close() {
        succeed("down");
    }
}
