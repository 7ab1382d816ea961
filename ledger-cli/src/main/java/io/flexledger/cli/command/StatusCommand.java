package io.flexledger.cli.command;

import io.flexledger.cli.ExitCode;
import io.flexledger.cli.Session;
import io.flexledger.cli.output.Format;
import io.flexledger.cli.output.Table;
import io.flexledger.cli.output.TableWriter;
import io.flexledger.cli.stack.ProcessStatus;
import io.flexledger.cli.stack.StackDirectory;
import io.flexledger.stack.Ports;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows every process of a stack. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Show the processes of the stack; exit code 1 if any of them is not ready.")
public final class StatusCommand implements Callable<Integer> {

    private static final int KIB_PER_MIB = 1024;
    private static final int TROUBLE_WIDTH = 60;

    private final Session session;

    @Option(
            names = {"-o", "--output"},
            defaultValue = "table",
            description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format output = Format.TABLE;

    public StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        StackDirectory directory = session.stackDirectory();
        Optional<Ports> ports = directory.ports();
        if (ports.isEmpty()) {
            session.talk().say("there has been no stack in " + directory.root());
        }
        List<ProcessStatus> processes = UpCommand.stack(
                        session, directory, ports.orElseGet(() -> new Ports(UpCommand.DEFAULT_PORT_BASE)))
                .status();
        int widest = output == Format.TABLE ? TROUBLE_WIDTH : Integer.MAX_VALUE;
        session.out().print(TableWriter.write(table(processes, widest), output));
        boolean allReady = processes.stream().allMatch(process -> process.state() == ProcessStatus.State.READY);
        return (allReady ? ExitCode.OK : ExitCode.FAILED).code();
    }

    static Table table(List<ProcessStatus> processes, int widest) {
        Table.Builder table = Table.of("process")
                .figure("pid")
                .figure("port")
                .text("state")
                .figure("uptime")
                .figure("rss_mib")
                .text("trouble");
        for (ProcessStatus process : processes) {
            table.row(
                    process.name(),
                    figure(process.pid()),
                    Integer.toString(process.port()),
                    process.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    uptime(process.uptime()),
                    process.rssKib().isPresent()
                            ? Long.toString(process.rssKib().getAsLong() / KIB_PER_MIB)
                            : "",
                    cut(process.trouble(), widest));
        }
        return table.build();
    }

    private static String cut(String text, int widest) {
        return text.length() <= widest ? text : text.substring(0, widest - 3) + "...";
    }

    private static String figure(OptionalLong value) {
        return value.isPresent() ? Long.toString(value.getAsLong()) : "";
    }

    private static String uptime(@Nullable Duration uptime) {
        if (uptime == null) {
            return "";
        }
        return uptime.toDays() > 0
                ? "%dd %02dh".formatted(uptime.toDays(), uptime.toHoursPart())
                : "%d:%02d:%02d".formatted(uptime.toHours(), uptime.toMinutesPart(), uptime.toSecondsPart());
    }
}
