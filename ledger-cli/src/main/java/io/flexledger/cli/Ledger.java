package io.flexledger.cli;

import io.flexledger.cli.command.CompletionCommand;
import io.flexledger.cli.command.DemoCommand;
import io.flexledger.cli.command.DoctorCommand;
import io.flexledger.cli.command.DownCommand;
import io.flexledger.cli.command.HelpCommand;
import io.flexledger.cli.command.IngestCommand;
import io.flexledger.cli.command.ReportCommand;
import io.flexledger.cli.command.StatusCommand;
import io.flexledger.cli.command.TailCommand;
import io.flexledger.cli.command.TraceCommand;
import io.flexledger.cli.command.UpCommand;
import io.flexledger.cli.command.alerts.AlertsCommand;
import io.flexledger.cli.command.fetch.Aliases;
import io.flexledger.cli.command.fetch.BackfillCommand;
import io.flexledger.cli.command.fetch.IngestRunCommand;
import io.flexledger.cli.command.fetch.ReprocessCommand;
import io.flexledger.cli.command.fetch.RunCommand;
import io.flexledger.cli.command.fetch.RunsCommand;
import io.flexledger.cli.command.fetch.ScheduleCommand;
import io.flexledger.cli.command.gateway.GatewayCommand;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command itself: which commands there are, and how each of their ends becomes an exit code. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Every cent of every day's net asset value, explained.",
        footer = {"", "Data goes to stdout, messages to stderr. Exit codes: ledger help exit-codes."})
public final class Ledger implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    private Ledger() {}

    public static void main(String[] args) {
        // What libraries log about themselves is no message to the person; failures arrive as exceptions.
        Logger.getLogger("").setLevel(Level.OFF);
        try {
            System.exit(run(Surroundings.ofProcess(), args));
        } catch (CommandFailure e) { // its own surroundings cannot be read
            System.err.println("error: " + e.getMessage());
            System.err.println("next: " + e.nextStep());
            System.exit(e.exitCode().code());
        }
    }

    /** Returns the exit code. */
    public static int run(Surroundings surroundings, String... args) {
        Session session = new Session(surroundings);
        int code = commandLine(session).execute(args);
        surroundings.out().flush();
        surroundings.err().flush();
        return code;
    }

    static CommandLine commandLine(Session session) {
        CommandLine ledger = new CommandLine(new Ledger());
        ledger.addMixin("session", session);
        ledger.addSubcommand(new UpCommand(session))
                .addSubcommand(new DownCommand(session))
                .addSubcommand(new StatusCommand(session))
                .addSubcommand(new DemoCommand(session))
                .addSubcommand(IngestCommand.commandLine(session).addSubcommand(new IngestRunCommand(session)))
                .addSubcommand(RunCommand.commandLine(session))
                .addSubcommand(RunsCommand.commandLine(session))
                .addSubcommand(new BackfillCommand(session))
                .addSubcommand(new ReprocessCommand(session))
                .addSubcommand(ScheduleCommand.commandLine(session))
                .addSubcommand(ReportCommand.commandLine(session))
                .addSubcommand(GatewayCommand.commandLine(session))
                .addSubcommand(AlertsCommand.commandLine(session))
                .addSubcommand(new TraceCommand(session))
                .addSubcommand(new TailCommand(session))
                .addSubcommand(new DoctorCommand(session))
                .addSubcommand(new CompletionCommand(session))
                .addSubcommand(new HelpCommand(session));
        Aliases.of(session).forEach(ledger::addSubcommand);
        return ledger.registerConverter(LocalDate.class, Ledger::day)
                .setOut(session.surroundings().out())
                .setErr(session.surroundings().err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        session.color() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler((failure, _) -> usage(session, failure))
                .setExecutionExceptionHandler((failure, _, _) -> failed(session, failure));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            throw new TypeConversionException("'%s' is not a day such as 2025-07-18".formatted(text));
        }
    }

    /** Without a command: the list of commands. */
    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "which command?");
        }
    }

    private static int usage(Session session, ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        session.talk().error(String.valueOf(failure.getMessage()));
        CommandLine.UnmatchedArgumentException.printSuggestions(failure, command.getErr());
        command.getErr().println(command.getHelp().synopsis(0).stripTrailing());
        command.getErr().println("more: ./ledger help");
        return ExitCode.USAGE.code();
    }

    private static int failed(Session session, Exception failure) {
        Talk talk = session.talk();
        talk.progressDone();
        if (failure instanceof CommandFailure known) {
            talk.error(known);
            return known.exitCode().code();
        }
        talk.error(failure.toString());
        failure.printStackTrace(session.surroundings().err());
        return ExitCode.FAILED.code();
    }
}
