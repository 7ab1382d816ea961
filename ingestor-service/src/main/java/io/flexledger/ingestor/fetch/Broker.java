package io.flexledger.ingestor.fetch;

import io.flexledger.ingestor.fetch.Step.Receipt;
import io.flexledger.ingestor.intake.Spool.Held;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The Flex Web Service. Waits for its turn, and tries again what fails below the service's own answers. */
public interface Broker {

    /**
     * What is wanted.
     *
     * @param from first day; absent, with the last, for the period saved with the query
     */
    record Wanted(
            FlexQuery query,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** Told what happens during a call. */
    interface Watch {

        /** A try failed, and another follows. */
        void retrying(Setback setback, Duration pause);
    }

    /** Asks for a report; what comes back is whatever the broker sent. */
    Held ask(Wanted wanted, Watch watch) throws FetchFailedException, TokenRestsException;

    /** Downloads what was asked for. */
    Held fetch(FlexQuery query, Receipt receipt, Watch watch) throws FetchFailedException, TokenRestsException;

    /** Whether a URL leads to the broker. */
    boolean isBrokers(String url);
}
