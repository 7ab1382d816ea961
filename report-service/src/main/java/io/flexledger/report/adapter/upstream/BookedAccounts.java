package io.flexledger.report.adapter.upstream;

import io.flexledger.report.holding.BookedAccount;
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
public class BookedAccounts {

    private static final Logger LOG = Logger.getLogger(BookedAccounts.class);

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final LedgerClient ledger;
    private Optional<List<BookedAccount>> answer = Optional.empty();
    private Instant askedAt = Instant.EPOCH;
    private boolean answers = true;

    BookedAccounts(@RestClient LedgerClient ledger) {
        this.ledger = ledger;
    }

    /** Empty where the ledger did not answer. */
    public synchronized Optional<List<BookedAccount>> at(Instant now) {
        if (!now.isBefore(askedAt.plus(FRESH))) {
            answer = ask();
            askedAt = now;
        }
        return answer;
    }

    private Optional<List<BookedAccount>> ask() {
        try {
            var booked = ledger.accounts();
            if (!answers) {
                LOG.info("The ledger-service answers again");
            }
            answers = true;
            return Optional.of(booked);
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
