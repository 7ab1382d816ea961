package io.flexledger.cli.command;

import io.flexledger.cli.Session;
import io.flexledger.cli.client.ServiceClient;
import io.flexledger.cli.fetch.Ingestor;
import io.flexledger.cli.stack.Service;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which ingestor a command talks to. */
public final class IngestorOption {

    private static final ServiceAddress ADDRESS = new ServiceAddress(Service.INGESTOR, "FLEXLEDGER_INGESTOR_URL");

    @Option(
            names = "--ingestor-url",
            paramLabel = "URL",
            description = "An ingestor elsewhere (or $FLEXLEDGER_INGESTOR_URL; default: the stack's on this machine).")
    private @Nullable String url;

    /** Fails with advice where there is none. */
    public Ingestor open(Session session) {
        return new Ingestor(ADDRESS.open(session, url));
    }

    /** The one elsewhere; empty if that of the stack on this machine is meant. */
    Optional<ServiceClient> remote(Session session) {
        return ADDRESS.remote(session, url);
    }
}
