package io.flexledger.cli.command;

import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.EnvironmentFile;
import io.flexledger.cli.ExitCode;
import io.flexledger.cli.Session;
import io.flexledger.cli.client.ServiceClient;
import io.flexledger.cli.doctor.Check;
import io.flexledger.cli.doctor.Check.Status;
import io.flexledger.cli.doctor.Machine;
import io.flexledger.cli.fetch.Ingestor;
import io.flexledger.cli.gateway.GatewayStatus;
import io.flexledger.cli.output.Table;
import io.flexledger.cli.output.TableWriter;
import io.flexledger.cli.stack.Service;
import io.flexledger.cli.stack.Stack;
import io.flexledger.cli.stack.StackDirectory;
import io.flexledger.stack.Ports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks for what may be wrong. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Check machine, settings and services; exit code 1 if any check fails.",
        footer = {"", "Without a running stack: whether one could run here."})
public final class DoctorCommand implements Callable<Integer> {

    private static final String SERVICE = "ingestor";

    private final Session session;

    @Mixin
    private IngestorOption ingestor = new IngestorOption();

    @Mixin
    private OutputOption output = new OutputOption();

    public DoctorCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Check> checks = new ArrayList<>();
        checks.add(Machine.java(Runtime.version().feature()));
        Optional<ServiceClient> remote = ingestor.remote(session);
        remote.ifPresentOrElse(client -> checks.addAll(ask(client)), () -> checks.addAll(here()));
        Table.Builder table = Table.of("result", "check", "detail", "next");
        checks.forEach(check -> table.row(check.status().toString(), check.name(), check.detail(), check.nextStep()));
        session.out().print(TableWriter.write(table.build(), output.format()));
        boolean failed = checks.stream().anyMatch(check -> check.status() == Status.FAIL);
        return (failed ? ExitCode.FAILED : ExitCode.OK).code();
    }

    private List<Check> here() {
        StackDirectory directory = session.stackDirectory();
        List<Check> checks = new ArrayList<>();
        checks.add(Machine.disk(directory.root()));
        checks.add(Machine.writable(directory.root()));
        envFiles().map(EnvironmentFile::path).map(Machine::secret).forEach(checks::add);
        Optional<Ports> ports = directory.ports();
        if (ports.isPresent() && Stack.isRunning(directory)) {
            StackAccess stack = new StackAccess(session, ports.get());
            checks.addAll(ask(stack.client(Service.INGESTOR)));
            checks.add(gateway(stack.client(Service.REALTIME)));
        } else {
            checks.add(Machine.ports(ports.orElseGet(() -> new Ports(UpCommand.DEFAULT_PORT_BASE))));
            checks.add(Machine.gateway(session.surroundings().environment()));
            checks.add(new Check(
                    SERVICE,
                    Status.SKIP,
                    "no stack is running in " + directory.root(),
                    "./ledger up -d" + session.optionFor(directory)));
        }
        return checks;
    }

    private Stream<EnvironmentFile> envFiles() {
        return Stream.of(Path.of("").toAbsolutePath(), session.surroundings().home())
                .distinct()
                .map(EnvironmentFile::in)
                .filter(EnvironmentFile::exists);
    }

    private static Check gateway(ServiceClient realtime) {
        try {
            return new GatewayStatus(realtime.getJson("/gateway/status", Map.of())).check();
        } catch (CommandFailure e) {
            return Check.fail(
                    "gateway", e.getMessage(), Optional.ofNullable(e.nextStep()).orElse(""));
        }
    }

    private static List<Check> ask(ServiceClient client) {
        try {
            return Check.of(new Ingestor(client).doctor());
        } catch (CommandFailure e) {
            return List.of(Check.fail(
                    SERVICE, e.getMessage(), Optional.ofNullable(e.nextStep()).orElse("")));
        }
    }
}
