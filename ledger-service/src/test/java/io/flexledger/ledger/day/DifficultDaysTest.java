package io.flexledger.ledger.day;

import static io.flexledger.ledger.day.Facts.HKD;
import static io.flexledger.ledger.day.Facts.accrual;
import static io.flexledger.ledger.day.Facts.booking;
import static io.flexledger.ledger.day.Facts.cash;
import static io.flexledger.ledger.day.Facts.fill;
import static io.flexledger.ledger.day.Facts.navChange;
import static io.flexledger.ledger.day.Facts.option;
import static io.flexledger.ledger.day.Facts.position;
import static io.flexledger.ledger.day.Facts.rate;
import static io.flexledger.ledger.day.Facts.stock;
import static io.flexledger.ledger.day.Folded.calculated;
import static io.flexledger.ledger.day.Folded.caveats;
import static io.flexledger.ledger.day.Folded.details;
import static io.flexledger.ledger.day.Folded.fold;
import static io.flexledger.ledger.day.Folded.kinds;
import static io.flexledger.ledger.day.Folded.quantity;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.event.BrokerClaim.CashStated;
import io.flexledger.contracts.event.CashEvent.CashFlow;
import io.flexledger.contracts.event.CashEvent.InterestAccrual;
import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.OptionTerms.Right;
import io.flexledger.contracts.event.ReferenceEvent.RowAccount;
import io.flexledger.contracts.event.ReferenceEvent.StatementRead;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.event.TradeEvent.FillCancelled;
import io.flexledger.contracts.event.TradeEvent.FillIds;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.EntryDetail;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Statements that contradict themselves, repeat themselves or leave much out: nothing is plugged, nothing counted twice. */
class DifficultDaysTest {

    private static final String DAY = "2025-07-14";
    private static final Instrument ABC = stock("ABC");

    @Nested
    class AComponent {
        @Test
        void whoseRowsComeToSomethingElseIsNotFilledUp() {
            var day = fold(
                    cash(DAY, "Other Fees", Money.of("-800", "HKD")),
                    navChange(DAY, "1000", "992", Map.of("otherFees", "-8")));

            assertThat(kinds(day)).doesNotContain("StatedOnly");
            assertThat(calculated(day).total()).isEqualTo(Money.of("200", "HKD"));
            assertThat(caveats(day)).contains("COMPONENT_DIFFERS");
        }

        @Test
        void withoutAnyRowIsBookedAsStated() {
            var day = fold(navChange(DAY, "1000", "992", Map.of("otherFees", "-8")));

            assertThat(kinds(day)).contains("StatedOnly");
            assertThat(calculated(day).total()).isEqualTo(Money.of("992", "HKD"));
        }
    }

    @Nested
    class OneFactUnderTwoIds {
        @Test
        void isOneFill() {
            var named = fill(DAY, DAY + "T10:00:00", ABC, "5", "100", "-1", "7.8");
            var nameless = withIds(
                    fill(DAY, DAY + "T10:00:00", ABC, "5", "100", "-1", "7.8"),
                    new FillIds(null, named.ids().tradeId(), null, null));

            assertThat(quantity(fold(named, nameless), ABC)).isEqualTo(Quantity.of("5"));
        }

        @Test
        void isOneCashFlowAndEqualOnesStayTwo() {
            var named = named(cash(DAY, "Dividends", Money.of("10", "HKD")), "1");
            var twin = cash(DAY, "Dividends", Money.of("10", "HKD"));
            var another = cash(DAY, "Dividends", Money.of("10", "HKD"));

            assertThat(calculated(fold(named, twin)).total()).isEqualTo(Money.of("10", "HKD"));
            assertThat(calculated(fold(named, twin, another)).total()).isEqualTo(Money.of("20", "HKD"));
            assertThat(calculated(fold(twin, another)).total()).isEqualTo(Money.of("20", "HKD"));
        }

        private static CashFlow named(CashFlow flow, String transactionId) {
            return new CashFlow(
                    flow.fact(), transactionId, flow.cashType(), flow.amount(), null, null, null, null, null);
        }
    }

    @Nested
    class Accruals {
        @Test
        void ofSeveralDaysRepeatTheDaysOwn() {
            var period = accrual(DAY, "0", "-30", "0", "-30");
            var longer = new InterestAccrual(
                    cash(DAY, "other", hkd("1")).fact(),
                    LocalDate.parse("2025-07-11"),
                    period.currency(),
                    period.starting(),
                    period.accrued(),
                    period.reversal(),
                    period.translation(),
                    period.ending());

            var day = fold(rate(DAY, "7.8"), accrual(DAY, "-10", "-20", "0", "-30"), longer);

            assertThat(details(day, EntryDetail.InterestAccrued.class))
                    .extracting(accrued -> accrued.accrued().amount())
                    .containsExactly(new BigDecimal("-20"));
        }
    }

    @Nested
    class AWholePeriod {
        @Test
        void isOpenedWithWhatItsReportsSayOfItsFirstDay() {
            var deposit = cash(DAY, "Deposits/Withdrawals", hkd("5"));
            var report = new CashStated(
                    cash("2025-07-31", "other", hkd("1")).fact(),
                    LocalDate.parse("2025-07-01"),
                    HKD,
                    hkd("1000"),
                    hkd("1005"),
                    null,
                    new TreeMap<>());
            var read = new StatementRead(
                    cash("2025-07-31", "read", hkd("1")).fact(),
                    LocalDate.parse("2025-07-01"),
                    LocalDate.parse("2025-07-31"),
                    null,
                    new TreeMap<>(),
                    Map.of(),
                    new RowAccount(0, 0, 0, 0, 0));

            var days = fold(
                    deposit,
                    rate(DAY, "7.8"),
                    report,
                    read,
                    rate("2025-07-31", "7.8"),
                    position("2025-07-31", ABC, "10", "1"));

            assertThat(calculated(days.subList(0, 1)).total()).isEqualTo(hkd("1083"));
            assertThat(caveats(days)).contains("OPENING_POSITION").doesNotContain("OPENING_CASH_UNKNOWN");
        }
    }

    @Nested
    class ACancellation {
        @Test
        void statedByItsDateAloneFollowsItsFill() {
            var original = fill(DAY, DAY + "T10:00:00", ABC, "5", "100", "-1", "7.8");
            FillCancelled cancel = Facts.cancellation(DAY, DAY + "T00:00:00", original);

            var day = fold(original, cancel);

            assertThat(kinds(day)).containsSubsequence("Traded", "Cancelled");
            assertThat(day.getLast().entries())
                    .flatExtracting(JournalEntry::caveats)
                    .extracting(Caveat::code)
                    .doesNotContain("CANCELLED_FILL_UNKNOWN", "CANCELLED_FILL_MATCHED");
            assertThat(quantity(day, ABC)).isEqualTo(Quantity.ZERO);
        }
    }

    @Nested
    class Shares {
        @Test
        void thatTwoOptionsCouldHaveBecomeAreLeftToAPerson() {
            var near = option("ABC", Right.PUT, "50", "2025-07-14");
            var far = option("ABC", Right.PUT, "50", "2025-08-15");
            var time = DAY + "T16:20:00";

            var day = fold(
                    fill(DAY, DAY + "T10:00:00", near, "-1", "1", "0", "7.8"),
                    fill(DAY, DAY + "T10:00:00", far, "-1", "2", "0", "7.8"),
                    booking(DAY, time, near, "1", "0", "0", "7.8"),
                    booking(DAY, time, far, "1", "0", "0", "7.8"),
                    booking(DAY, time, ABC, "100", "50", "0", "7.8"));

            assertThat(kinds(day)).doesNotContain("Delivered");
        }
    }

    @Test
    void proceedsThatAreNotQuantityTimesPriceAreNamed() {
        var honest = fill(DAY, DAY + "T10:00:00", ABC, "10", "100", "0", "7.8");
        var strange = new Fill(
                honest.fact(),
                honest.ids(),
                honest.instrument(),
                honest.bookEntry(),
                honest.tradeDate(),
                null,
                honest.quantity(),
                honest.price(),
                Money.of("-990", "USD"),
                honest.commission(),
                honest.taxes(),
                honest.fxRate(),
                null,
                honest.notes(),
                honest.broker());

        assertThat(fold(honest).getLast().entries())
                .flatExtracting(JournalEntry::caveats)
                .extracting(Caveat::code)
                .doesNotContain("PROCEEDS_DIFFER");
        assertThat(fold(strange).getLast().entries())
                .flatExtracting(JournalEntry::caveats)
                .extracting(Caveat::code)
                .contains("PROCEEDS_DIFFER");
    }

    private static Money hkd(String amount) {
        return Money.of(amount, "HKD");
    }

    private static Fill withIds(Fill fill, FillIds ids) {
        return new Fill(
                fill.fact(),
                ids,
                fill.instrument(),
                fill.bookEntry(),
                fill.tradeDate(),
                null,
                fill.quantity(),
                fill.price(),
                fill.proceeds(),
                fill.commission(),
                fill.taxes(),
                fill.fxRate(),
                null,
                fill.notes(),
                fill.broker());
    }
}
