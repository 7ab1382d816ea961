package io.flexledger.report.summary;

import io.flexledger.contracts.journal.EntryDetail;
import io.flexledger.contracts.journal.EntryDetail.DeliveryKind;
import io.flexledger.contracts.journal.EntryDetail.Leg;
import io.flexledger.contracts.journal.Impact;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one entry, or a day's entries, add to a row of the summary; all in base currency, unrounded.
 *
 * @param impact      change of net asset value; zero for the opening balances, which are no result
 * @param flow        money that entered or left the account
 * @param commissions commission and taxes of executions and bookings, negative is a cost
 * @param assignments deliveries by assignment
 * @param exercises   deliveries by exercise
 */
public record EntryTotals(BigDecimal impact, BigDecimal flow, BigDecimal commissions, int assignments, int exercises) {

    /** Components of ChangeInNAV that are money or positions moving in or out: no result. */
    private static final Set<String> EXTERNAL = Set.of(
            "depositsWithdrawals",
            "internalCashTransfers",
            "assetTransfers",
            "paxosTransfers",
            "debitCardActivity",
            "billPay",
            "grantActivity",
            "donations");

    public static final EntryTotals NONE = new EntryTotals(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0);

    public static EntryTotals of(JournalEntry entry) {
        var impact = entry.detail() instanceof EntryDetail.Opening
                ? BigDecimal.ZERO
                : entry.impacts().stream().map(i -> i.base().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new EntryTotals(
                impact,
                flow(entry.detail()),
                legs(entry.detail()).map(leg -> charges(entry, leg)).reduce(BigDecimal.ZERO, BigDecimal::add),
                delivered(entry.detail(), DeliveryKind.ASSIGNMENT),
                delivered(entry.detail(), DeliveryKind.EXERCISE));
    }

    public static EntryTotals of(List<JournalEntry> entries) {
        return entries.stream().map(EntryTotals::of).reduce(NONE, EntryTotals::plus);
    }

    public EntryTotals plus(EntryTotals other) {
        return new EntryTotals(
                impact.add(other.impact),
                flow.add(other.flow),
                commissions.add(other.commissions),
                assignments + other.assignments,
                exercises + other.exercises);
    }

    /** Stated by a row of its own, or by the day's change of net asset value alone, which is in base. */
    private static BigDecimal flow(EntryDetail detail) {
        if (detail instanceof EntryDetail.CashBooked cash && cash.external()) {
            return cash.rate().convert(cash.amount()).amount();
        }
        return detail instanceof EntryDetail.StatedOnly stated && EXTERNAL.contains(stated.component())
                ? stated.amount().amount()
                : BigDecimal.ZERO;
    }

    private static int delivered(EntryDetail detail, DeliveryKind kind) {
        return detail instanceof EntryDetail.Delivered delivered && delivered.delivery() == kind ? 1 : 0;
    }

    private static Stream<Leg> legs(EntryDetail detail) {
        return switch (detail) {
            case EntryDetail.Traded(var leg) -> Stream.of(leg);
            case EntryDetail.Cancelled cancelled -> Stream.of(cancelled.leg());
            case EntryDetail.Expired expired -> Stream.of(expired.leg());
            case EntryDetail.Delivered delivered ->
                Stream.concat(delivered.options().stream(), Stream.ofNullable(delivered.shares()));
            case EntryDetail.Opening _ -> Stream.empty();
            case EntryDetail.CashBooked _ -> Stream.empty();
            case EntryDetail.InterestAccrued _ -> Stream.empty();
            case EntryDetail.StatedOnly _ -> Stream.empty();
            case EntryDetail.Marked _ -> Stream.empty();
            case EntryDetail.Translated _ -> Stream.empty();
        };
    }

    private static BigDecimal charges(JournalEntry entry, Leg leg) {
        return base(entry, leg, leg.commission()).add(base(entry, leg, leg.taxes()));
    }

    /** At the leg's rate; a commission in a third currency at the rate its impact was booked with. */
    private static BigDecimal base(JournalEntry entry, Leg leg, Money charge) {
        if (charge.currency().equals(leg.rate().from())) {
            return leg.rate().convert(charge).amount();
        }
        if (charge.isZero() || charge.currency().equals(leg.rate().to())) {
            return charge.amount();
        }
        return entry.impacts().stream()
                .map(Impact::rate)
                .filter(rate -> rate.from().equals(charge.currency()))
                .findFirst()
                .map(rate -> convert(rate, charge))
                .orElseThrow(() -> new IllegalStateException("entry " + entry.id() + " has no rate for " + charge));
    }

    private static BigDecimal convert(FxRate rate, Money charge) {
        return rate.convert(charge).amount();
    }
}
