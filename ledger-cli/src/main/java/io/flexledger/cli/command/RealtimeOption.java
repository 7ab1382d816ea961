package io.flexledger.cli.command;

import io.flexledger.cli.Session;
import io.flexledger.cli.client.ServiceClient;
import io.flexledger.cli.stack.Service;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which service that listens to a gateway a command talks to. */
public final class RealtimeOption {

    private static final ServiceAddress ADDRESS = new ServiceAddress(Service.REALTIME, "FLEXLEDGER_REALTIME_URL");

    @Option(
            names = "--realtime-url",
            paramLabel = "URL",
            description = "A realtime service elsewhere (or $FLEXLEDGER_REALTIME_URL; default: the stack's on this"
                    + " machine).")
    private @Nullable String url;

    /** Fails with advice where there is none. */
    public ServiceClient open(Session session) {
        return ADDRESS.open(session, url);
    }
}
