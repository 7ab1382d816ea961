package io.flexledger.report.alert;

import io.flexledger.contracts.fetch.FetchRun;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.PositionUpdate;
import io.flexledger.report.bridge.Unexplained;
import io.flexledger.report.holding.BookedAccount;
import io.flexledger.report.live.Hearing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules look at.
 *
 * @param deliveries  assignments and exercises of the last days, and perhaps earlier ones
 * @param gateways    each by its newest word
 * @param unconfirmed report days with executions no statement told
 * @param breaks      closed days that come out at more or less than nothing; null where they could not be worked out
 * @param runs        the newest of each query
 * @param booked      how far the ledger is with each account; null where the ledger could not be asked
 */
public record Known(
        Instant now,
        List<JournalEntry> deliveries,
        List<Account> accounts,
        List<Hearing> gateways,
        List<Unconfirmed> unconfirmed,
        @Nullable List<Break> breaks,
        List<FetchRun> runs,
        @Nullable List<BookedAccount> booked) {

    public Known {
        deliveries = List.copyOf(deliveries);
        accounts = List.copyOf(accounts);
        gateways = List.copyOf(gateways);
        unconfirmed = List.copyOf(unconfirmed);
        breaks = breaks == null ? null : List.copyOf(breaks);
        runs = List.copyOf(runs);
        booked = booked == null ? null : List.copyOf(booked);
    }

    /**
     * An account as it stands.
     *
     * @param market    its exchange's zone
     * @param positions open by the ledger's books, and those they closed on the day of the gateway's value or later
     * @param live      the gateway's newest value; null where it told none
     * @param current   whether that value holds now
     */
    public record Account(
            AccountId account,
            ZoneId market,
            List<PositionUpdate> positions,
            @Nullable NavSnapshot live,
            boolean current) {

        public Account {
            positions = List.copyOf(positions);
        }
    }

    /**
     * Executions of a report day that the ledger says are unconfirmed.
     *
     * @param first when the first of them was
     */
    public record Unconfirmed(AccountId account, ZoneId market, LocalDate date, Instant first, long count) {}

    /**
     * A closed day and what no entry accounts for.
     *
     * @param closedAt of the broker's value
     * @param first    whether no day before it is known
     */
    public record Break(AccountId account, LocalDate date, Instant closedAt, boolean first, Unexplained unexplained) {}
}
