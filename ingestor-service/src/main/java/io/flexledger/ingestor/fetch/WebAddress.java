package io.flexledger.ingestor.fetch;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a service is; an address with a user, a query or a fragment is none, since each could hold a secret.
 *
 * @param scheme http or https
 */
public record WebAddress(String scheme, String host) {

    private static final Pattern FORM = Pattern.compile("(https?)://([^/:@?#]+)(:[0-9]{1,5})?(/[^?#]*)?");

    /** Absent where it is something else. */
    public static Optional<WebAddress> parse(String text) {
        var parts = FORM.matcher(text);
        return parts.matches() ? Optional.of(new WebAddress(parts.group(1), parts.group(2))) : Optional.empty();
    }

    /** Whether it leads to this machine. */
    public boolean isLoopback() {
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    }

    /** Whether what is sent there can be read on the way. */
    boolean isInTheClear() {
        return scheme.equals("http") && !isLoopback();
    }
}
