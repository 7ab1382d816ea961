package io.flexledger.contracts.live;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.EventId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a provisional fill stands, which the ledger alone decides. Topic {@code fill-standing}, key event; told whenever it
 * is not what was told before.
 *
 * @param event       the Gateway's fill
 * @param reportDate  the day the Gateway's fill was dated to
 * @param version     counts the standings of this fill upwards; not from 1
 * @param day         the day it counts on; null if it does not count
 * @param confirmedBy the statement's fill that counts in its place; null unless CONFIRMED
 */
public record FillStanding(
        EventId event,
        AccountId account,
        LocalDate reportDate,
        long version,
        Status status,
        @Nullable LocalDate day,
        @Nullable EventId confirmedBy) {

    /** What became of a provisional fill. */
    public enum Status {
        /** Counts on its own day. */
        BOOKED,
        /** Counts on the day after its own, which was told in full without it. */
        CARRIED,
        /** A statement states it, by its execution id or by a fill without one that looks the same. */
        CONFIRMED,
        /** The Gateway tells it no more: it does not count. */
        TAKEN_BACK,
        /** No statement states it: it does not count, and a person should look. */
        UNCONFIRMED
    }

    /** Wire name and version of the shape. */
    public static final String TYPE = "fill-standing.v1";

    public FillStanding withVersion(long next) {
        return new FillStanding(event, account, reportDate, next, status, day, confirmedBy);
    }
}
