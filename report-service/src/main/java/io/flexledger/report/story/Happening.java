package io.flexledger.report.story;

import io.flexledger.contracts.journal.EntryDetail.Cancelled;
import io.flexledger.contracts.journal.EntryDetail.CashBooked;
import io.flexledger.contracts.journal.EntryDetail.Delivered;
import io.flexledger.contracts.journal.EntryDetail.Expired;
import io.flexledger.contracts.journal.Impact;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/** Something the story tells in a block of its own. */
public sealed interface Happening {

    List<JournalEntry> entries();

    /** Effect as the story counts it, in base, unrounded. */
    Money impact(CurrencyCode base);

    /** Fills in one currency within a tight window, with one net impact. */
    record TradeGroup(CurrencyCode currency, List<FillFigures> fills) implements Happening {
        public TradeGroup {
            fills = List.copyOf(fills);
        }

        @Override
        public List<JournalEntry> entries() {
            return fills.stream().map(FillFigures::entry).toList();
        }

        @Override
        public Money impact(CurrencyCode base) {
            return fills.stream().map(FillFigures::impact).reduce(Money.zero(base), Money::plus);
        }

        public Money realized() {
            return sum(FillFigures::realizedTotal);
        }

        public Money premium() {
            return sum(FillFigures::premium);
        }

        public Money charges() {
            return sum(FillFigures::charges);
        }

        public Money total() {
            return sum(FillFigures::total);
        }

        public Money otherCharges(CurrencyCode base) {
            return fills.stream().map(FillFigures::otherCharges).reduce(Money.zero(base), Money::plus);
        }

        /** Both sides of the exchanges in it: one amount per currency and rate, in the order met. */
        public List<Impact> exchanged() {
            var sides = new LinkedHashMap<FxRate, Money>();
            fills.stream()
                    .flatMap(fill -> fill.exchanged().stream())
                    .forEach(side -> sides.merge(side.rate(), side.amount(), Money::plus));
            return sides.entrySet().stream()
                    .map(side -> new Impact(side.getValue(), side.getKey()))
                    .toList();
        }

        /** The distinct rates of the fills, in the order met. */
        public List<FxRate> rates() {
            return fills.stream().map(fill -> fill.leg().rate()).distinct().toList();
        }

        /** What was made at one of those rates. */
        public Money totalAt(FxRate rate) {
            return fills.stream()
                    .filter(fill -> fill.leg().rate().equals(rate))
                    .map(FillFigures::total)
                    .reduce(Money.zero(currency), Money::plus);
        }

        private Money sum(Function<FillFigures, Money> part) {
            return fills.stream().map(part).reduce(Money.zero(currency), Money::plus);
        }
    }

    /** An option turned into shares: told, with no impact. */
    record Delivery(JournalEntry entry, Delivered detail) implements Happening {
        @Override
        public List<JournalEntry> entries() {
            return List.of(entry);
        }

        @Override
        public Money impact(CurrencyCode base) {
            return Money.zero(base);
        }
    }

    /** An option that ended: told, with no impact. */
    record Expiry(JournalEntry entry, Expired detail) implements Happening {
        @Override
        public List<JournalEntry> entries() {
            return List.of(entry);
        }

        @Override
        public Money impact(CurrencyCode base) {
            return Money.zero(base);
        }
    }

    /** Cash with no execution, at the row's rate. */
    record Cash(JournalEntry entry, CashBooked detail) implements Happening {
        @Override
        public List<JournalEntry> entries() {
            return List.of(entry);
        }

        @Override
        public Money impact(CurrencyCode base) {
            return detail.rate().convert(detail.amount());
        }
    }

    /** An execution taken back. ALM-1 is silent on these: the effect on cash and marked value is told as it is. */
    record Cancellation(JournalEntry entry, Cancelled detail) implements Happening {
        @Override
        public List<JournalEntry> entries() {
            return List.of(entry);
        }

        @Override
        public Money impact(CurrencyCode base) {
            return entry.impacts().stream().map(Impact::base).reduce(Money.zero(base), Money::plus);
        }
    }
}
