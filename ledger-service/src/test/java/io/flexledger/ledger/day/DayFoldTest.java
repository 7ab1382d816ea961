package io.flexledger.ledger.day;

import static io.flexledger.ledger.day.Facts.ACCOUNT;
import static io.flexledger.ledger.day.Facts.HKD;
import static io.flexledger.ledger.day.Facts.accrual;
import static io.flexledger.ledger.day.Facts.booking;
import static io.flexledger.ledger.day.Facts.cash;
import static io.flexledger.ledger.day.Facts.cashReport;
import static io.flexledger.ledger.day.Facts.nav;
import static io.flexledger.ledger.day.Facts.navChange;
import static io.flexledger.ledger.day.Facts.rate;
import static io.flexledger.ledger.day.GoldenDays.BEFORE;
import static io.flexledger.ledger.day.GoldenDays.C628;
import static io.flexledger.ledger.day.GoldenDays.FRIDAY;
import static io.flexledger.ledger.day.GoldenDays.P626;
import static io.flexledger.ledger.day.GoldenDays.SPY;
import static io.flexledger.ledger.day.GoldenDays.THURSDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.contracts.event.BrokerClaim.NavStated;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.Disposal;
import io.flexledger.contracts.journal.EntryDetail;
import io.flexledger.contracts.journal.EntryDetail.Recognition;
import io.flexledger.contracts.journal.Impact;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.journal.Lot;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.Posting;
import io.flexledger.contracts.money.Money;
import io.flexledger.ledger.book.AccountState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Two days of July 2025 on the broker's own rates, and the situations beside them. */
class DayFoldTest {

    @Nested
    class AWholeDay {
        private final Days days = new Days().then(THURSDAY);

        @Test
        void isExplainedStepByStep() {
            assertThat(days.impacts())
                    .containsExactly(
                            "Opening 0.00",
                            "Traded -6.80",
                            "Traded -6.80",
                            "Traded -22.48",
                            "Traded -14.63",
                            "Traded -11.82",
                            "Traded -6.80",
                            "InterestAccrued -82.73",
                            "Marked 290.42",
                            "Marked 117.74",
                            "Translated 0.04");
        }

        @Test
        void endsAtTheBrokersValue() {
            assertThat(days.last().after().total().rounded()).isEqualTo(Money.of("79754.81", "HKD"));
        }

        @Test
        void leavesTheBrokersCostOfWhatIsOpen() {
            assertThat(days.calculated().positions())
                    .extracting(
                            h -> h.instrument().spoken() + " " + h.costBasis().amount())
                    .containsExactlyInAnyOrder("SPY 626 Put -35.49356", "SPY 628 Call -18.13356");
        }
    }

    @Nested
    class AnAssignment {
        private final Days days = new Days().then(THURSDAY).then(FRIDAY);

        @Test
        void isOneEventOfBothLegs() {
            var delivered = days.details(EntryDetail.Delivered.class);

            assertThat(delivered).singleElement().satisfies(d -> {
                assertThat(d.options()).hasSize(1);
                assertThat(d.shares()).isNotNull();
                assertThat(d.recognition()).isEqualTo(Recognition.NOTES);
            });
        }

        @Test
        void releasesTheLiabilityAndPaysTheFee() {
            assertThat(days.impacts()).contains("Delivered 31.26");
        }

        @Test
        void carriesThePremiumIntoTheShares() {
            assertThat(days.realizedBroker(SPY)).isEqualByComparingTo("-127.88574");
            assertThat(days.realizedEconomic(SPY)).isEqualByComparingTo("-145");
        }

        @Test
        void isToldByItsShapeWhereTheRowHasNoNotes() {
            var bare = new Days()
                    .then(THURSDAY)
                    .then(List.of(
                            rate("2025-07-18", "7.8472"),
                            booking("2025-07-18", "2025-07-17T16:20:00", C628, "1", "0", "0", ""),
                            booking("2025-07-18", "2025-07-17T16:20:00", SPY, "-100", "628", "-0.0166", ""),
                            booking("2025-07-18", "2025-07-17T16:20:00", P626, "1", "0", "0", "")));

            assertThat(bare.details(EntryDetail.Delivered.class))
                    .extracting(EntryDetail.Delivered::recognition)
                    .containsExactly(Recognition.PAIRING);
            assertThat(bare.details(EntryDetail.Expired.class))
                    .extracting(EntryDetail.Expired::recognition)
                    .containsExactly(Recognition.INFERRED);
        }
    }

    @Nested
    class Interest {
        @Test
        void paidWithoutACashRowIsConcludedFromTheAccrualTakenBack() {
            var days = new Days(null)
                    .then(List.of(
                            cashReport("2025-07-03", Money.of("-200", "USD")),
                            rate("2025-07-03", "7.8499"),
                            accrual("2025-07-03", "-2.03", "0", "2.03", "0"),
                            navChange("2025-07-03", "-1585.915297", "-1585.915297", Map.of("interest", "-15.935297"))));

            assertThat(days.details(EntryDetail.CashBooked.class))
                    .singleElement()
                    .satisfies(booked -> {
                        assertThat(booked.amount()).isEqualTo(Money.of("-2.03", "USD"));
                        assertThat(booked.inferred()).isTrue();
                    });
            assertThat(days.last().after().total()).isEqualTo(Money.of("-1585.915297", "HKD"));
        }
    }

    @Nested
    class AComponentNobodyItemizes {
        @Test
        void isBookedAsTheBrokerStatesIt() {
            var days = new Days(null)
                    .then(List.of(
                            cashReport("2025-07-10", Money.of("1000", "HKD")),
                            cash("2025-07-10", "Deposits/Withdrawals", Money.of("-100", "HKD")),
                            navChange(
                                    "2025-07-10",
                                    "1000",
                                    "892",
                                    Map.of("depositsWithdrawals", "-100", "otherFees", "-8"))));

            assertThat(days.details(EntryDetail.StatedOnly.class))
                    .containsExactly(new EntryDetail.StatedOnly("otherFees", Money.of("-8", "HKD")));
            assertThat(days.last().after().total()).isEqualTo(Money.of("892", "HKD"));
        }

        @Test
        void staysUnexplainedWhereTheQueryDidNotSelectIt() {
            var days = new Days(null)
                    .then(List.of(
                            cashReport("2025-07-10", Money.of("1000", "HKD")),
                            navChange("2025-07-10", "1000", "992", Map.of("depositsWithdrawals", "0"))));

            assertThat(days.last().after().total()).isEqualTo(Money.of("1000", "HKD"));
            assertThat(days.official().total()).isEqualTo(Money.of("992", "HKD"));
        }
    }

    @Nested
    class ARate {
        @Test
        void notStatedIsToldFromTheCashThatIsStatedInBase() {
            var days = new Days(null)
                    .then(List.of(
                            cashReport("2025-07-04", Money.of("1000", "HKD")),
                            cashReport("2025-07-04", Money.of("-244.14", "USD")),
                            rate("2025-07-03", "7.8499"),
                            nav(
                                    "2025-07-04",
                                    "",
                                    Map.of("cash", "-916.450172", "cashLong", "1000", "cashShort", "-1916.450172"))));

            assertThat(days.calculated().cash())
                    .filteredOn(balance -> balance.amount().currency().equals(Facts.USD))
                    .singleElement()
                    .satisfies(balance -> assertThat(balance.rate().rate()).isEqualByComparingTo("7.8498"));
        }

        @Test
        void thatNobodyStatesHoldsTheFold() {
            assertThatThrownBy(() -> new Days(null).then(List.of(cashReport("2025-07-04", Money.of("5", "USD")))))
                    .isInstanceOf(MissingRateException.class)
                    .hasMessageContaining("ledger.fx.rates.USD");
        }
    }

    @Nested
    class ACancellation {
        private final Instrument stock = Facts.stock("ABC");
        private final Fill kept = Facts.fill("2025-07-14", "2025-07-14T10:00:00", stock, "5", "90", "-1", "");
        private final Fill wrong = Facts.fill("2025-07-14", "2025-07-14T11:00:00", stock, "5", "100", "-1", "");

        @Test
        void onALaterDayFindsItsFillAndLeavesTheOthersLot() {
            var days = new Days(null)
                    .then(List.of(kept, wrong, rate("2025-07-14", "7.8")))
                    .then(List.of(Facts.cancellation("2025-07-15", "2025-07-15T09:00:00", wrong)));

            assertThat(days.details(EntryDetail.Cancelled.class))
                    .extracting(EntryDetail.Cancelled::original)
                    .containsExactly(wrong.id());
            assertThat(days.last().after().holdings().getFirst().book().lots())
                    .extracting(Lot::openedBy)
                    .containsExactly(kept.id());
            assertThat(days.last().entries())
                    .flatExtracting(JournalEntry::caveats)
                    .isEmpty();
        }

        @Test
        void ofAFillNobodyStatedSaysSo() {
            var days = new Days(null)
                    .then(List.of(kept, rate("2025-07-14", "7.8")))
                    .then(List.of(Facts.cancellation("2025-07-15", "2025-07-15T09:00:00", wrong)));

            assertThat(days.last().entries())
                    .flatExtracting(JournalEntry::caveats)
                    .extracting(Caveat::code)
                    .containsExactly("CANCELLED_FILL_UNKNOWN");
        }
    }

    @Test
    void everyEntryBalancesPerCommodity() {
        var days = new Days().then(THURSDAY).then(FRIDAY);

        assertThat(days.entries())
                .hasSizeGreaterThan(14)
                .allSatisfy(entry -> assertThat(sums(entry).values())
                        .allSatisfy(sum -> assertThat(sum).isEqualByComparingTo("0")));
    }

    @Test
    void entriesOfADayAddUpToTheChangeOfValue() {
        for (var result : new Days().then(THURSDAY).then(FRIDAY).results) {
            var calculated = result.snapshots().getLast();
            var sum = result.entries().stream()
                    .flatMap(entry -> entry.impacts().stream())
                    .map(Impact::base)
                    .reduce(Money.zero(HKD), Money::plus);

            assertThat(sum).isEqualTo(calculated.total().minus(Objects.requireNonNull(calculated.opening())));
        }
    }

    private static Map<String, BigDecimal> sums(JournalEntry entry) {
        return entry.postings().stream()
                .collect(Collectors.groupingBy(
                        Posting::commodity, Collectors.reducing(BigDecimal.ZERO, Posting::amount, BigDecimal::add)));
    }

    /** Days folded one after the other. */
    private static final class Days {

        private static final LedgerPolicy POLICY = new LedgerPolicy(
                Map.of(),
                day -> day.atTime(16, 0).atZone(ZoneId.of("America/New_York")).toInstant());

        private final List<DayFold.Result> results = new ArrayList<>();
        private final @Nullable NavStated before;
        private final List<CanonicalEvent> history = new ArrayList<>();
        private AccountState state = AccountState.empty(ACCOUNT, HKD);

        Days() {
            this(BEFORE);
        }

        Days(@Nullable NavStated before) {
            this.before = before;
        }

        Days then(List<CanonicalEvent> events) {
            history.addAll(events);
            DayFacts.byDay(events).values().forEach(facts -> {
                var result = DayFold.fold(state, facts, Surroundings.of(history), before, POLICY);
                results.add(result);
                state = result.after();
            });
            return this;
        }

        DayFold.Result last() {
            return results.getLast();
        }

        NavSnapshot calculated() {
            return last().snapshots().getLast();
        }

        NavSnapshot official() {
            return last().snapshots().getFirst();
        }

        List<JournalEntry> entries() {
            return results.stream().flatMap(result -> result.entries().stream()).toList();
        }

        /** The last day's entries with their effect, rounded for reading. */
        List<String> impacts() {
            return last().entries().stream()
                    .map(entry -> entry.detail().getClass().getSimpleName() + " " + base(entry))
                    .toList();
        }

        private static BigDecimal base(JournalEntry entry) {
            return entry.impacts().stream()
                    .map(impact -> impact.base().amount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .setScale(2, RoundingMode.HALF_UP);
        }

        <T extends EntryDetail> List<T> details(Class<T> kind) {
            return last().entries().stream()
                    .map(JournalEntry::detail)
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .toList();
        }

        BigDecimal realizedBroker(Instrument instrument) {
            return disposals(instrument).stream()
                    .map(d -> d.realizedBroker().amount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        BigDecimal realizedEconomic(Instrument instrument) {
            return disposals(instrument).stream()
                    .map(d -> d.realizedEconomic().amount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private List<Disposal> disposals(Instrument instrument) {
            return entries().stream()
                    .flatMap(entry -> entry.disposals().stream())
                    .filter(d -> d.instrument().equals(instrument.id()))
                    .toList();
        }
    }
}
