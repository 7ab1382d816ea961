package io.flexledger.benchmarks.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.benchmarks.live.FillTopic.Told;
import io.flexledger.contracts.ContractJson;
import io.flexledger.stack.StackPort;
import io.flexledger.testing.gateway.wire.Execution;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Many fills a second for a while: whether any is lost or doubled, and whether the lag grows. */
final class FillBurst {

    private static final int WINDOW = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LEDGER_PATIENCE = Duration.ofMinutes(5);

    private static final String IN_REPORT = "select count(*) from report.live_fill";
    private static final String IN_LEDGER = "select count(*) from ledger.provisional_fill where status = 'BOOKED'";
    private static final String IN_STORY = "select count(*) from report.chronological_events"
            + " where event_type = 'trade' and account = '%s' and report_date = '%s'"
                    .formatted(LiveStack.ACCOUNT, LiveStack.DAY);

    private final LiveStack stack;
    private final PrintStream out;

    FillBurst(LiveStack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    void run(int seconds, int perSecond) throws Exception {
        int fills = seconds * perSecond;
        out.printf("burst: %,d fills, %d a second for %d s%n", fills, perSecond, seconds);
        long before = count(IN_REPORT);
        try (var stream = FillStream.open(stack.url(StackPort.REPORT, "/api/stream"));
                var topic = FillTopic.read(stack.ledger().ports().bootstrap())) {
            Thread.sleep(2_000);
            var processes = stack.ledger().processes();
            processes.put("this", ProcessHandle.current());
            var cpu = CpuTime.from(processes);
            long start = System.nanoTime();
            var executions = stack.trade(fills, perSecond);
            var end = Instant.now();
            out.printf(
                    Locale.ROOT,
                    "  traded in %.1f s%n",
                    Duration.ofNanos(System.nanoTime() - start).toMillis() / 1e3);
            cpu.print(out);
            LiveStack.comes(PATIENCE, () -> stream.seen().keySet().containsAll(executions));
            told(executions, topic, stream, before);
            lag(executions, topic, stream, seconds);
            story("the ledger has all", IN_LEDGER, before + fills, end);
            story("the day's story has all", IN_STORY, before + fills, end);
            out.printf(
                    "  realtime-gateway-service %s resident at its peak%n",
                    peak(Objects.requireNonNull(processes.get("realtime-gateway-service"))));
        }
    }

    private void told(List<String> executions, FillTopic topic, FillStream stream, long before) throws Exception {
        var listed = new ArrayList<String>();
        listed().get("executions")
                .forEach(row -> listed.add(Execution.family(row.get("execId").asText())));
        var told = topic.told();
        var ids = told.stream().map(Told::event).collect(Collectors.toSet());
        var versions = told.stream().map(one -> one.event() + " " + one.taken()).collect(Collectors.toSet());
        var onTopic = told.stream().map(Told::execution).collect(Collectors.toSet());
        var burst = new HashSet<>(executions);
        long inReport = count(IN_REPORT) - before;
        onTopic.retainAll(burst);
        int inList =
                (int) new HashSet<>(listed).stream().filter(burst::contains).count();
        int seen = (int) stream.seen().keySet().stream().filter(burst::contains).count();
        out.printf(
                "  written by the gateway %,d; /api/executions %,d; canonical-event %,d in %,d records; kept by the"
                        + " report %,d; server-sent %,d (cut off %d times)%n",
                stack.written().keySet().stream().filter(burst::contains).count(),
                inList,
                onTopic.size(),
                told.size(),
                inReport,
                seen,
                stream.endings());
        long least = Math.min(Math.min(inList, onTopic.size()), Math.min(inReport, seen));
        long doubled = listed.size()
                - new HashSet<>(listed).size()
                + (ids.size() - onTopic.size())
                + (told.size() - versions.size())
                + Math.max(0, inReport - burst.size());
        out.printf("  lost %,d, double %,d%n", burst.size() - least, doubled);
    }

    private void lag(List<String> executions, FillTopic topic, FillStream stream, int seconds) {
        var written = stack.written();
        var taken = topic.first(Told::taken);
        var arrived = topic.first(Told::arrived);
        var seen = stream.seen();
        Latencies.header(out, "  from written to server-sent, by second");
        int perWindow = executions.size() * WINDOW / seconds;
        for (int i = 0; i < executions.size(); i += perWindow) {
            var window = executions.subList(i, Math.min(i + perWindow, executions.size()));
            int from = i / perWindow * WINDOW;
            Latencies.between(window, written, seen)
                    .print(
                            out,
                            from + " to " + (from + WINDOW),
                            "p99 read %.1f, on canonical-event %.1f"
                                    .formatted(
                                            Latencies.between(window, written, taken)
                                                    .percent(99),
                                            Latencies.between(window, written, arrived)
                                                    .percent(99)));
        }
    }

    private void story(String what, String query, long all, Instant end) throws Exception {
        long[] last = {0};
        LiveStack.comes(LEDGER_PATIENCE, () -> (last[0] = count(query)) >= all);
        out.printf(
                Locale.ROOT,
                "  %-32s %8.1f s after the last fill (%,d of %,d)%n",
                what,
                Duration.between(end, Instant.now()).toMillis() / 1e3,
                last[0],
                all);
    }

    private long count(String query) {
        try (var database = stack.ledger().database();
                var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(query, e);
        }
    }

    private JsonNode listed() throws IOException, InterruptedException {
        var url = stack.url(StackPort.REALTIME, "/api/executions?date=" + LiveStack.DAY);
        try (var http = HttpClient.newHttpClient()) {
            var body = http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString())
                    .body();
            return ContractJson.read(body, JsonNode.class);
        }
    }

    /** As Linux counts it. */
    private static String peak(ProcessHandle process) throws IOException {
        var status = Path.of("/proc/" + process.pid() + "/status");
        return !Files.exists(status)
                ? "an unknown amount"
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .map(line ->
                                "%,d MB".formatted(Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024 / 1_000_000))
                        .findFirst()
                        .orElse("an unknown amount");
    }
}
