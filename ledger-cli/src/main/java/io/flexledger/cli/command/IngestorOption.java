package io.flexledger.cli.command;

import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.cli.Session;
import io.flexledger.cli.client.ServiceClient;
import io.flexledger.cli.fetch.Ingestor;
import io.flexledger.cli.stack.Service;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which ingestor a command talks to. */
public final class IngestorOption {

    private static final String VARIABLE = "FLEXLEDGER_INGESTOR_URL";

    @Option(
            names = "--ingestor-url",
            paramLabel = "URL",
            description = "An ingestor elsewhere (or $FLEXLEDGER_INGESTOR_URL; default: the stack's on this machine).")
    private @Nullable String url;

    /** Fails with advice where there is none. */
    public Ingestor open(Session session) {
        return new Ingestor(
                remote(session).orElseGet(() -> StackAccess.of(session).client(Service.INGESTOR)));
    }

    /** The one elsewhere; empty if that of the stack on this machine is meant. */
    Optional<ServiceClient> remote(Session session) {
        return Optional.ofNullable(url)
                .or(() -> session.environment(VARIABLE))
                .map(address -> new ServiceClient(
                        Service.INGESTOR.module(),
                        parse(address),
                        "is the address right, and is the ingestor ready? See %s/q/health/ready".formatted(address)));
    }

    private static URI parse(String address) {
        try {
            URI parsed = URI.create(address);
            if (parsed.getHost() != null && String.valueOf(parsed.getScheme()).matches("https?")) {
                return parsed;
            }
        } catch (IllegalArgumentException _) {
            // Answered below, like an address of another kind.
        }
        throw new CommandFailure(
                ExitCode.USAGE, "no address of an ingestor: " + address, "such as http://127.0.0.1:8081");
    }
}
