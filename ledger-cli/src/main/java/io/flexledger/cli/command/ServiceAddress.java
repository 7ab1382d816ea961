package io.flexledger.cli.command;

import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.cli.Session;
import io.flexledger.cli.client.ServiceClient;
import io.flexledger.cli.stack.Service;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a service is that a command talks to.
 *
 * @param variable names one elsewhere, as an option does
 */
record ServiceAddress(Service service, String variable) {

    /** @param option what the person typed; without it the variable counts, then the stack on this machine */
    ServiceClient open(Session session, @Nullable String option) {
        return remote(session, option).orElseGet(() -> StackAccess.of(session).client(service));
    }

    /** The one elsewhere; empty if that of the stack on this machine is meant. */
    Optional<ServiceClient> remote(Session session, @Nullable String option) {
        return Optional.ofNullable(option)
                .or(() -> session.environment(variable))
                .map(this::client);
    }

    private ServiceClient client(String address) {
        return new ServiceClient(
                service.module(),
                parse(address),
                "is the address right, and is it ready? See %s/q/health/ready".formatted(address));
    }

    private URI parse(String address) {
        try {
            URI parsed = URI.create(address);
            if (parsed.getHost() != null && String.valueOf(parsed.getScheme()).matches("https?")) {
                return parsed;
            }
        } catch (IllegalArgumentException _) {
            // Answered below, like an address of another kind.
        }
        throw new CommandFailure(
                ExitCode.USAGE,
                "no address of %s: %s".formatted(service.module(), address),
                "such as http://127.0.0.1:8081");
    }
}
