package io.flexledger.cli.command;

import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.cli.Session;
import io.flexledger.cli.Talk;
import io.flexledger.cli.ingest.StatementFiles;
import io.flexledger.cli.ingest.StatementResult;
import io.flexledger.cli.ingest.StatementResult.Kind;
import io.flexledger.cli.ingest.Upload;
import io.flexledger.cli.output.Bar;
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
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How statements get into the stack. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = "Hand statements to the stack, or have them fetched.")
public final class IngestCommand implements Runnable {

    private IngestCommand() {}

    public static CommandLine commandLine(Session session) {
        return new CommandLine(new IngestCommand()).addSubcommand(new FileCommand(session));
    }

    @Override
    public void run() {
        throw new CommandFailure(
                ExitCode.USAGE, "what is to be ingested?", "./ledger ingest file PATH... or ./ledger ingest run");
    }

    /** From files that are there already. */
    @Command(
            name = "file",
            mixinStandardHelpOptions = true,
            description = "Hand in files: XML, .gz, .zip with all its XML entries, or folders with everything below.",
            footer = {"", "The same statement twice is a duplicate and changes nothing."})
    static final class FileCommand implements Callable<Integer> {

        private final Session session;

        @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files or folders.")
        private List<Path> paths = List.of();

        @Mixin
        private WaitOption wait = new WaitOption();

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
            if (wait.isSet()) {
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
        try (Bar bar = Bar.of(talk, "files", files.size())) {
            for (Path file : files) {
                send.accept(file);
                bar.step(String.valueOf(file.getFileName()));
            }
        }
        return results;
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
