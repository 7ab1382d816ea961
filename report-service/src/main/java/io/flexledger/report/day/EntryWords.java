package io.flexledger.report.day;

import io.flexledger.contracts.journal.EntryDetail;
import io.flexledger.contracts.journal.EntryDetail.Leg;

/** What kind of entry it is, and what it is about, in one line. */
public final class EntryWords {

    private EntryWords() {}

    /** Wire name of the kind. For example, {@code interest-accrual}. */
    public static String kind(EntryDetail detail) {
        return switch (detail) {
            case EntryDetail.Opening _ -> "opening";
            case EntryDetail.Traded _ -> "trade";
            case EntryDetail.Cancelled _ -> "cancellation";
            case EntryDetail.Expired _ -> "expiry";
            case EntryDetail.Delivered _ -> "delivery";
            case EntryDetail.CashBooked _ -> "cash";
            case EntryDetail.InterestAccrued _ -> "interest-accrual";
            case EntryDetail.StatedOnly _ -> "stated-only";
            case EntryDetail.Marked _ -> "mark";
            case EntryDetail.Translated _ -> "translation";
        };
    }

    /** For example, {@code -1 SPY 626 Put at 0.37}. */
    public static String about(EntryDetail detail) {
        return switch (detail) {
            case EntryDetail.Opening _ -> "Opening balances";
            case EntryDetail.Traded(var leg) -> about(leg);
            case EntryDetail.Cancelled cancelled -> "Cancelled: " + about(cancelled.leg());
            case EntryDetail.Expired expired -> "Expired: " + about(expired.leg());
            case EntryDetail.Delivered delivered ->
                switch (delivered.delivery()) {
                    case ASSIGNMENT -> "Assigned: " + about(delivered.options().getFirst());
                    case EXERCISE -> "Exercised: " + about(delivered.options().getFirst());
                };
            case EntryDetail.CashBooked cash -> cash.cashType();
            case EntryDetail.InterestAccrued accrued ->
                "Interest accrual in " + accrued.accrued().currency();
            case EntryDetail.StatedOnly stated -> "ChangeInNAV " + stated.component();
            case EntryDetail.Marked mark ->
                "Mark of " + mark.instrument().spoken() + ", "
                        + mark.from().amount().toPlainString() + " to "
                        + mark.to().amount().toPlainString();
            case EntryDetail.Translated translated ->
                "FX on " + translated.balance().currency() + " balances";
        };
    }

    private static String about(Leg leg) {
        return leg.quantity() + " " + leg.instrument().spoken() + " at "
                + leg.price().amount().toPlainString();
    }
}
