package io.flexledger.cli.command;

import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.cli.Session;
import io.flexledger.cli.Talk;
import io.flexledger.cli.ingest.StatementFiles;
import io.flexledger.cli.ingest.StatementResult;
import io.flexledger.cli.ingest.StatementResult.Kind;
import io.flexledger.cli.ingest.Upload;
import io.flexledger.cli.output.Format;
import io.flexledger.cli.output.Table;
import io.flexledger.cli.output.TableWriter;
import io.flexledger.cli.stack.Service;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands statements to the stack. */
@Command(name = "ingest", mixinStandardHelpOptions = true, description = "Hand statements to the stack.")
public final class IngestCommand implements Runnable {

    private IngestCommand() {}

    public static CommandLine commandLine(Session session) {
        return new CommandLine(new IngestCommand()).addSubcommand(new FileCommand(session));
    }

    @Override
    public void run() {
        throw new CommandFailure(ExitCode.USAGE, "what is to be ingested?", "./ledger ingest file PATH...");
    }

    /** From files that are there already. */
    @Command(
            name = "file",
            mixinStandardHelpOptions = true,
            description = "Hand in files: XML, .gz, .zip with all its XML entries, or folders with everything below.",
            footer = {"", "The same statement twice is a duplicate and changes nothing."})
    static final class FileCommand implements Callable<Integer> {

        private static final int BAR_WIDTH = 100;

        private final Session session;

        @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files or folders.")
        private List<Path> paths = List.of();

        @Option(
                names = "--no-wait",
                negatable = true,
                defaultValue = "true",
                fallbackValue = "true",
                description = "Whether to return only once the reports show it (default: yes).")
        private boolean wait = true;

        @Option(
                names = {"-o", "--output"},
                defaultValue = "table",
                description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
        private Format output = Format.TABLE;

        FileCommand(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            List<Path> files = StatementFiles.find(paths);
            if (files.isEmpty()) {
                throw new CommandFailure(ExitCode.NOT_FOUND, "no statements below " + paths);
            }
            StackAccess stack = StackAccess.of(session);
            List<StatementResult> results = send(stack, files, session.talk());
            Map<String, String> waiting = Map.of();
            if (wait) {
                stack.awaitVisible();
                waiting = stack.waiting();
                waiting.keySet()
                        .retainAll(
                                results.stream().map(StatementResult::account).collect(Collectors.toSet()));
            }
            session.out().print(TableWriter.write(table(results), output));
            session.out().flush();
            session.talk().say(sum(results));
            waiting.forEach((account, why) -> session.talk().warn(account + " is kept, but not told yet: " + why));
            boolean refused = results.stream().anyMatch(result -> result.kind() == Kind.REJECTED);
            return (refused || !waiting.isEmpty() ? ExitCode.FAILED : ExitCode.OK).code();
        }
    }

    /** One by one, so that a refusal can be told from an outage and the order is the person's. */
    static List<StatementResult> send(StackAccess stack, List<Path> files, Talk talk) {
        Upload upload = new Upload(stack.client(Service.INGESTOR));
        List<StatementResult> results = new ArrayList<>();
        Consumer<Path> send = file -> results.addAll(upload.send(file));
        if (!talk.lively() || files.size() == 1) {
            files.forEach(send);
            return results;
        }
        try (ProgressBar bar = bar(files.size())) {
            for (Path file : files) {
                bar.setExtraMessage(String.valueOf(file.getFileName()));
                send.accept(file);
                bar.step();
            }
        }
        return results;
    }

    private static ProgressBar bar(int files) {
        return new ProgressBarBuilder()
                .setTaskName("files")
                .setInitialMax(files)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(System.err, FileCommand.BAR_WIDTH))
                .build();
    }

    static Table table(List<StatementResult> results) {
        Table.Builder table = Table.of("file", "account", "days", "result", "code", "problem", "next");
        for (StatementResult result : results) {
            table.row(
                    result.file(),
                    result.account(),
                    result.days(),
                    result.kind().name().toLowerCase(Locale.ROOT),
                    result.code(),
                    result.problem(),
                    result.nextStep());
        }
        return table.build();
    }

    static String sum(List<StatementResult> results) {
        return "%d statements: %d new, %d duplicate, %d rejected"
                .formatted(
                        results.size(),
                        count(results, Kind.NEW),
                        count(results, Kind.DUPLICATE),
                        count(results, Kind.REJECTED));
    }

    private static long count(List<StatementResult> results, Kind kind) {
        return results.stream().filter(result -> result.kind() == kind).count();
    }
}
