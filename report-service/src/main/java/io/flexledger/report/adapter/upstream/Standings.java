package io.flexledger.report.adapter.upstream;

import io.flexledger.report.holding.LedgerStanding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** How far the ledger is with each account, asked now and then; that it does not answer is logged once. */
@ApplicationScoped
public class Standings {

    private static final Logger LOG = Logger.getLogger(Standings.class);

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final LedgerClient ledger;
    private Optional<List<LedgerStanding>> told = Optional.empty();
    private Instant askedAt = Instant.EPOCH;
    private boolean answers = true;

    Standings(@RestClient LedgerClient ledger) {
        this.ledger = ledger;
    }

    /** Empty where the ledger did not answer. */
    public synchronized Optional<List<LedgerStanding>> at(Instant now) {
        if (!now.isBefore(askedAt.plus(FRESH))) {
            told = ask();
            askedAt = now;
        }
        return told;
    }

    private Optional<List<LedgerStanding>> ask() {
        try {
            var standings = ledger.accounts();
            if (!answers) {
                LOG.info("The ledger-service answers again");
            }
            answers = true;
            return Optional.of(standings);
        } catch (WebApplicationException | ProcessingException silence) {
            if (answers) {
                LOG.warnf(
                        "Accounts that stand still are not looked for until the ledger-service answers: error=%s",
                        silence.getClass().getSimpleName());
            }
            answers = false;
            return Optional.empty();
        }
    }
}
