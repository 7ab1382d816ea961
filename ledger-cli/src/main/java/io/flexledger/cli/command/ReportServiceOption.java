package io.flexledger.cli.command;

import io.flexledger.cli.Session;
import io.flexledger.cli.client.ServiceClient;
import io.flexledger.cli.stack.Service;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which report service a command talks to. */
public final class ReportServiceOption {

    private static final ServiceAddress ADDRESS = new ServiceAddress(Service.REPORT, "FLEXLEDGER_REPORT_URL");

    @Option(
            names = "--report-url",
            paramLabel = "URL",
            description =
                    "A report service elsewhere (or $FLEXLEDGER_REPORT_URL; default: the stack's on this machine).")
    private @Nullable String url;

    /** Fails with advice where there is none. */
    public ServiceClient open(Session session) {
        return ADDRESS.open(session, url);
    }
}
