package io.flexledger.transport.outage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What does not work at the moment. A change is logged once, however often it is reported. */
@ApplicationScoped
public class Troubles {

    private static final Logger LOG = Logger.getLogger(Troubles.class);

    private final Map<Part, Trouble> now = new ConcurrentHashMap<>();
    private volatile @Nullable String lastError;

    /** How a part stands; a part without trouble has none. */
    public enum Stand {
        /** An outage: it tries again by itself. */
        WAITING,
        /** A bug: a person has to look. */
        STOPPED
    }

    public record Trouble(Stand stand, String error) {}

    public void waiting(Part part, Throwable outage) {
        if (changes(part, Stand.WAITING, outage)) {
            LOG.warnf("Transport waits: part=%s error=%s", part.name(), Outage.name(outage));
        }
    }

    public void stopped(Part part, Throwable bug) {
        if (changes(part, Stand.STOPPED, bug)) {
            LOG.errorf(bug, "Transport stopped: part=%s", part.name());
        }
    }

    public void over(Part part) {
        if (now.remove(part) != null) {
            LOG.infof("Transport goes on: part=%s", part.name());
        }
    }

    public Map<Part, Trouble> now() {
        return Map.copyOf(now);
    }

    /** Class name, with the SQLSTATE where there is one, of the newest failure, even if it is over. */
    public Optional<String> lastError() {
        return Optional.ofNullable(lastError);
    }

    private boolean changes(Part part, Stand stand, Throwable failure) {
        Trouble trouble = new Trouble(stand, Outage.name(failure));
        lastError = trouble.error();
        Trouble before = now.put(part, trouble);
        return before == null || before.stand() != stand;
    }
}
