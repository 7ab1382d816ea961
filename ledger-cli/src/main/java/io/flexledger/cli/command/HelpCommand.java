package io.flexledger.cli.command;

import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.cli.Session;
import io.flexledger.cli.output.Format;
import io.flexledger.cli.output.Table;
import io.flexledger.cli.output.TableWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains a command, or a subject that belongs to all of them. */
@Command(
        name = "help",
        mixinStandardHelpOptions = true,
        description = "Explain a command, or the exit codes: ledger help exit-codes.")
public final class HelpCommand implements Runnable {

    private static final String EXIT_CODES = "exit-codes";

    private final Session session;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "COMMAND", description = "A command as it is typed, such as: report day.")
    private List<String> path = List.of();

    public HelpCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        if (path.equals(List.of(EXIT_CODES))) {
            session.out().print(TableWriter.write(exitCodes(), Format.TABLE));
        } else if (spec != null) {
            find(spec.root().commandLine()).usage(session.out());
        }
    }

    static Table exitCodes() {
        Table.Builder table = new Table.Builder().figure("code").text("name").text("meaning");
        for (ExitCode code : ExitCode.values()) {
            table.row(Integer.toString(code.code()), code.name(), code.meaning());
        }
        return table.build();
    }

    private CommandLine find(CommandLine root) {
        CommandLine command = root;
        for (String name : path) {
            command = command.getSubcommands().get(name);
            if (command == null) {
                throw new CommandFailure(
                        ExitCode.USAGE, "there is no command " + String.join(" ", path), "./ledger help lists them");
            }
        }
        return command;
    }
}
