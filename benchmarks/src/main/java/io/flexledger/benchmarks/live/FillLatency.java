package io.flexledger.benchmarks.live;

import io.flexledger.benchmarks.live.FillTopic.Told;
import io.flexledger.stack.StackPort;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long after the gateway wrote a fill each part of the platform has it, and an open page shows it. */
final class FillLatency {

    private static final int LIMIT = 250;
    private static final int REFERENCES = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LiveStack stack;
    private final PrintStream out;

    FillLatency(LiveStack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    void run(int warmUps, int fills, int perSecond) throws Exception {
        out.printf("fill to browser: %,d fills, %d a second, after %d%n", fills, perSecond, warmUps);
        var reference = RoundTrips.measure(stack.ledger(), REFERENCES, perSecond);
        var program = FillPage.program();
        if (program.isEmpty()) {
            out.println("  no Chromium on this machine: no page is looked at");
            return;
        }
        withPage(program.orElseThrow(), warmUps, fills, perSecond, reference);
        streamAlone(warmUps, fills, perSecond);
    }

    private void withPage(Path program, int warmUps, int fills, int perSecond, Latencies reference) throws Exception {
        try (var stream = FillStream.open(stack.url(StackPort.REPORT, "/api/stream"));
                var topic = FillTopic.read(stack.ledger().ports().bootstrap());
                var page = new FillPage(program, stack.url(StackPort.REPORT, "/"))) {
            stack.trade(warmUps, perSecond);
            var processes = stack.ledger().processes();
            processes.put("browser", page.browser());
            var cpu = CpuTime.from(processes);
            var executions = stack.trade(fills, perSecond);
            Thread.sleep(2_000);
            LiveStack.comes(PATIENCE, () -> stream.seen().keySet().containsAll(executions));
            report(executions, topic, stream.seen(), topic.byExecution(page.seen()), reference);
            cpu.print(out);
            out.println("  strips the page fetched: " + page.fetched());
        }
    }

    private void streamAlone(int warmUps, int fills, int perSecond) throws Exception {
        try (var stream = FillStream.open(stack.url(StackPort.REPORT, "/api/stream"))) {
            Thread.sleep(1_000);
            stack.trade(warmUps, perSecond);
            var cpu = CpuTime.from(stack.ledger().processes());
            var executions = stack.trade(fills, perSecond);
            LiveStack.comes(PATIENCE, () -> stream.seen().keySet().containsAll(executions));
            Latencies.header(out, "  no page open, after it");
            Latencies.between(executions, stack.written(), stream.seen()).print(out, "server-sent event", "");
            cpu.print(out);
        }
    }

    private void report(
            List<String> executions,
            FillTopic topic,
            Map<String, Instant> stream,
            Map<String, Instant> page,
            Latencies reference) {
        var written = stack.written();
        var shown = Latencies.between(executions, written, page);
        Latencies.header(out, "  with the page open");
        Latencies.between(executions, written, topic.first(Told::taken)).print(out, "read from the socket", "");
        Latencies.between(executions, written, topic.first(Told::sent)).print(out, "kept in PostgreSQL, and sent", "");
        Latencies.between(executions, written, topic.first(Told::arrived)).print(out, "on canonical-event", "");
        Latencies.between(executions, written, stream).print(out, "server-sent event", "");
        shown.print(out, "in the page", "limit " + LIMIT);
        reference.print(out, "2 commits and a Kafka round trip", "reference");
        out.printf(
                Locale.ROOT,
                "  p99 in the page is %.1f x that of the reference; %,d of %,d fills arrived in the page%n",
                shown.percent(99) / reference.percent(99),
                shown.count(),
                executions.size());
    }
}
