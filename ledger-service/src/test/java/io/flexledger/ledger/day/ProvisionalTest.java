package io.flexledger.ledger.day;

import static io.flexledger.ledger.day.Facts.HKD;
import static io.flexledger.ledger.day.Facts.cash;
import static io.flexledger.ledger.day.Facts.rate;
import static io.flexledger.ledger.day.LiveFacts.confirmed;
import static io.flexledger.ledger.day.LiveFacts.corrected;
import static io.flexledger.ledger.day.LiveFacts.provisional;
import static io.flexledger.ledger.day.LiveFacts.readWithTrades;
import static io.flexledger.ledger.day.LiveFacts.takenBack;
import static io.flexledger.ledger.day.LiveFacts.valued;
import static io.flexledger.ledger.day.LiveFacts.withCommission;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.EntryDetail;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.ledger.provisional.Placement.Alike;
import io.flexledger.ledger.provisional.Placement.Booked;
import io.flexledger.ledger.provisional.Placement.Carried;
import io.flexledger.ledger.provisional.Placement.Confirmed;
import io.flexledger.ledger.provisional.Placement.TakenBack;
import io.flexledger.ledger.provisional.Placement.Unconfirmed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A fill the gateway told on Monday 14 July 2025, and what statements of the days after make of it. */
class ProvisionalTest {

    private static final String MON = "2025-07-14";
    private static final String TUE = "2025-07-15";
    private static final String WED = "2025-07-16";
    private static final Instrument ABC = Facts.stock("ABC");
    private static final Fill FILL = provisional("0000e0d5.69dd7411.01.01", MON, MON + "T19:50:00", ABC, "10", "100");

    /** An account that had 1,000 on the Friday before. */
    private final KeptAccount account = new KeptAccount(KeptAccount.CONFIGURED)
            .then(cash("2025-07-11", "Deposits/Withdrawals", Money.of("1000", "HKD")), rate("2025-07-11", "7.85"));

    private static CanonicalEvent[] inFull(String day) {
        return new CanonicalEvent[] {rate(day, "7.8"), valued(day), readWithTrades(day)};
    }

    private static List<String> codes(JournalEntry entry) {
        return entry.caveats().stream().map(Caveat::code).toList();
    }

    @Nested
    class ToldByTheGatewayAlone {
        @Test
        void countsOnItsDayAndSaysSo() {
            account.then(FILL);

            assertThat(account.held(ABC)).isEqualTo(Quantity.of("10"));
            assertThat(account.place(FILL)).isEqualTo(new Booked(LocalDate.parse(MON)));
            assertThat(account.entries(FILL)).singleElement().satisfies(entry -> {
                assertThat(codes(entry)).containsExactly("PROVISIONAL_FILL", "COMMISSION_PENDING");
                assertThat(entry.detail()).isInstanceOf(EntryDetail.Traded.class);
            });
            assertThat(account.caveats(MON)).containsExactly("PROVISIONAL_DAY", "FX_RATE_CARRIED");
        }

        @Test
        void takesALateCommission() {
            account.then(FILL).then(withCommission(FILL, "-1.05"));

            assertThat(account.entries(FILL))
                    .singleElement()
                    .satisfies(entry -> assertThat(codes(entry)).containsExactly("PROVISIONAL_FILL"));
            assertThat(account.calculated(MON).total()).isEqualTo(Money.of("991.7575", "HKD"));
        }

        @Test
        void isReplacedByItsCorrectionWhoseCommissionIsUnknownAgain() {
            var correction = corrected(withCommission(FILL, "-1.05"), "0000e0d5.69dd7411.01.02", "99");

            account.then(correction).then(withCommission(FILL, "-1.05"), FILL);

            assertThat(account.entries(FILL)).singleElement().satisfies(entry -> {
                assertThat(codes(entry)).contains("COMMISSION_PENDING");
                assertThat(((EntryDetail.Traded) entry.detail()).leg().price()).isEqualTo(Money.of("99", "USD"));
            });
        }
    }

    @Nested
    class StatedByAStatement {
        private final Fill stated = confirmed(FILL, "0000e0d5.69dd7411.01.02", MON, "-1.05");

        @Test
        void countsOnceWhicheverCameFirst() {
            account.then(FILL).then(stated);
            var reversed = new KeptAccount(KeptAccount.CONFIGURED)
                    .then(stated)
                    .then(FILL)
                    .then(cash("2025-07-11", "Deposits/Withdrawals", Money.of("1000", "HKD")))
                    .then(rate("2025-07-11", "7.85"));

            for (var either : List.of(account, reversed)) {
                assertThat(either.held(ABC)).isEqualTo(Quantity.of("10"));
                assertThat(either.place(FILL)).isEqualTo(new Confirmed(stated.id()));
                assertThat(either.entries(FILL)).isEmpty();
                assertThat(either.entries(stated))
                        .singleElement()
                        .satisfies(entry -> assertThat(codes(entry)).isEmpty());
                assertThat(either.caveats(MON)).doesNotContain("PROVISIONAL_DAY");
            }
        }

        @Test
        void onAnotherDayLeavesNothingOnItsOwn() {
            var onTuesday = confirmed(FILL, TUE, "-1.05");

            account.then(FILL).then(inFull(MON)).then(onTuesday);

            assertThat(account.day(MON).after().holdings()).isEmpty();
            assertThat(account.held(ABC)).isEqualTo(Quantity.of("10"));
            assertThat(account.entries()).extracting(JournalEntry::events).containsOnlyOnce(List.of(onTuesday.id()));
        }

        @Test
        void onAnEarlierDayMovesItThere() {
            var late = provisional("0000e0d5.69dd7411.02.01", TUE, MON + "T20:10:00", ABC, "3", "100");
            var onMonday = confirmed(late, MON, "-1");

            account.then(late).then(onMonday);

            assertThat(account.days()).doesNotContainKey(LocalDate.parse(TUE));
            assertThat(account.held(ABC)).isEqualTo(Quantity.of("3"));
        }

        @Test
        void isNotTakenForAnotherExecutionOfTheSameOrder() {
            var other = provisional("0000e0d5.69dd7411.02.01", MON, MON + "T19:51:00", ABC, "3", "100");

            account.then(FILL, other).then(stated);

            assertThat(account.place(other)).isEqualTo(new Booked(LocalDate.parse(MON)));
            assertThat(account.held(ABC)).isEqualTo(Quantity.of("13"));
        }
    }

    @Nested
    class ThatWasTakenBack {
        private final Fill back = takenBack(FILL);

        @Test
        void doesNotCount() {
            account.then(FILL).then(back);

            assertThat(account.held(ABC)).isEqualTo(Quantity.ZERO);
            assertThat(account.place(FILL)).isEqualTo(new TakenBack());
            assertThat(account.entries(FILL)).isEmpty();
        }

        @Test
        void doesNotCountThoughItCameLast() {
            account.then(back).then(FILL).then(inFull(MON)).then(inFull(TUE));

            assertThat(account.place(FILL)).isEqualTo(new TakenBack());
            assertThat(account.caveats(MON)).doesNotContain("UNCONFIRMED_FILL");
        }

        @Test
        void countsAgainOnceItIsToldAgain() {
            account.then(FILL).then(back).then(withCommission(back, "-1"));

            assertThat(account.held(ABC)).isEqualTo(Quantity.of("10"));
            assertThat(account.place(FILL)).isEqualTo(new Booked(LocalDate.parse(MON)));
        }

        @Test
        void isConfirmedByAStatementThatHasIt() {
            var stated = confirmed(FILL, MON, "-1.05");

            account.then(FILL).then(back).then(stated);

            assertThat(account.place(FILL)).isEqualTo(new Confirmed(stated.id()));
        }

        @Test
        void leavesTheStatementsFillToOneThatLooksTheSame() {
            var later = provisional("0000e0d5.69dd7411.02.01", MON, MON + "T19:51:00", ABC, "10", "100");
            var stated = confirmed(later, null, MON, "-1.05");

            account.then(FILL, later, stated).then(back);

            assertThat(account.place(later)).isEqualTo(new Alike(stated.id()));
            assertThat(account.held(ABC)).isEqualTo(Quantity.of("10"));
        }
    }

    /** As by a query that does not select the execution id. */
    @Nested
    class StatedWithoutAnExecutionId {
        private final Fill stated = confirmed(FILL, null, MON, "-1.05");

        @Test
        void countsOnceWhetherTheDayIsValuedOrNot() {
            account.then(FILL).then(stated, readWithTrades(MON));
            assertThat(account.held(ABC)).isEqualTo(Quantity.of("10"));

            account.then(inFull(MON));

            assertThat(account.held(ABC)).isEqualTo(Quantity.of("10"));
            assertThat(account.place(FILL)).isEqualTo(new Alike(stated.id()));
            assertThat(account.entries(FILL)).isEmpty();
        }

        @Test
        void countsOnceThoughItIsOfTheNextDay() {
            var onTuesday = confirmed(FILL, null, TUE, "-1.05");

            account.then(onTuesday).then(FILL).then(inFull(MON));

            assertThat(account.place(FILL)).isEqualTo(new Alike(onTuesday.id()));
            assertThat(account.held(ABC)).isEqualTo(Quantity.of("10"));
        }

        @Test
        void isNotFoundOnAnyOtherDay() {
            account.then(FILL).then(confirmed(FILL, null, WED, "-1.05"));

            assertThat(account.place(FILL)).isEqualTo(new Booked(LocalDate.parse(MON)));
        }

        @Test
        void confirmsOneFillOfTwoThatLookTheSame() {
            var later = provisional("0000e0d5.69dd7411.02.01", MON, MON + "T19:51:00", ABC, "10", "100");

            account.then(later, stated).then(FILL);

            assertThat(account.place(FILL)).isEqualTo(new Alike(stated.id()));
            assertThat(account.place(later)).isEqualTo(new Booked(LocalDate.parse(MON)));
            assertThat(account.held(ABC)).isEqualTo(Quantity.of("20"));
        }

        @Test
        void confirmsNothingThatLooksDifferent() {
            account.then(corrected(FILL, "0000e0d5.69dd7411.01.02", "99")).then(stated);

            assertThat(account.place(FILL)).isEqualTo(new Booked(LocalDate.parse(MON)));
        }

        @Test
        void isNotTheBrokersOwnBooking() {
            account.then(FILL).then(Facts.booking(MON, MON + "T16:20:00", ABC, "10", "100", "0", "", "A"));

            assertThat(account.place(FILL)).isEqualTo(new Booked(LocalDate.parse(MON)));
        }

        @Test
        void givesWayToTheOneThatNamesTheExecution() {
            var named = confirmed(FILL, MON, "-1.05");

            account.then(FILL, stated).then(named);

            assertThat(account.place(FILL)).isEqualTo(new Confirmed(named.id()));
        }
    }

    @Nested
    class ADayToldInFullWithoutIt {
        @Test
        void carriesItToTheNextTradingDay() {
            account.then(FILL).then(inFull(MON));

            assertThat(account.place(FILL)).isEqualTo(new Carried(LocalDate.parse(TUE)));
            assertThat(account.day(MON).after().holdings()).isEmpty();
            assertThat(account.entries(FILL))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.reportDate()).isEqualTo(TUE));
            assertThat(account.caveats(TUE)).contains("PROVISIONAL_DAY");
        }

        @Test
        void isNotOneWithoutTheSectionOfTrades() {
            account.then(FILL).then(rate(MON, "7.8"), valued(MON), Facts.statementRead(MON));

            assertThat(account.place(FILL)).isEqualTo(new Booked(LocalDate.parse(MON)));
        }

        @Test
        void isNotOneWithoutAValue() {
            account.then(FILL).then(rate(MON, "7.8"), readWithTrades(MON));

            assertThat(account.place(FILL)).isEqualTo(new Booked(LocalDate.parse(MON)));
        }

        @Test
        void twiceLeavesItOutAndFlagged() {
            account.then(FILL).then(inFull(MON)).then(inFull(TUE));

            assertThat(account.place(FILL)).isEqualTo(new Unconfirmed(LocalDate.parse(MON)));
            assertThat(account.held(ABC)).isEqualTo(Quantity.ZERO);
            assertThat(account.calculated(MON).caveats())
                    .filteredOn(caveat -> caveat.code().equals("UNCONFIRMED_FILL"))
                    .singleElement()
                    .satisfies(caveat -> assertThat(caveat.text())
                            .startsWith("execution 0000e0d5.69dd7411.01.01, 10 ABC at USD 100 "));
            assertThat(account.caveats(TUE)).doesNotContain("UNCONFIRMED_FILL", "PROVISIONAL_DAY");
        }

        @Test
        void leavesItWhereItIsAsLongAsItsOwnIsMissing() {
            account.then(FILL).then(inFull(TUE)).then(inFull(WED));

            assertThat(account.place(FILL)).isEqualTo(new Booked(LocalDate.parse(MON)));
            assertThat(account.held(ABC)).isEqualTo(Quantity.of("10"));
            assertThat(account.caveats(MON)).contains("PROVISIONAL_DAY").doesNotContain("UNCONFIRMED_FILL");
        }

        @Test
        void leavesItOutOnceItsOwnIsToldLast() {
            account.then(FILL).then(inFull(WED)).then(inFull(MON));

            assertThat(account.place(FILL)).isEqualTo(new Unconfirmed(LocalDate.parse(MON)));
            assertThat(account.held(ABC)).isEqualTo(Quantity.ZERO);
        }

        @Test
        void doesNotKeepALateStatementFromConfirmingIt() {
            var stated = confirmed(FILL, WED, "-1.05");

            account.then(FILL).then(inFull(MON)).then(inFull(TUE)).then(stated);

            assertThat(account.place(FILL)).isEqualTo(new Confirmed(stated.id()));
            assertThat(account.caveats(MON)).doesNotContain("UNCONFIRMED_FILL");
            assertThat(account.held(ABC)).isEqualTo(Quantity.of("10"));
        }
    }

    @Nested
    class WhatStatementsTell {
        @Test
        void isNotOpenedByAFillOfADayBefore() {
            var earlier = provisional("0000e0d5.69dd7411.09.01", "2025-07-10", "2025-07-10T10:00:00", ABC, "5", "90");

            account.then(earlier);

            assertThat(account.place(earlier)).isEqualTo(new Unconfirmed(LocalDate.parse("2025-07-10")));
            assertThat(account.day("2025-07-10").entries()).isEmpty();
            assertThat(account.day("2025-07-11").entries())
                    .extracting(JournalEntry::detail)
                    .hasAtLeastOneElementOfType(EntryDetail.Opening.class);
        }

        @Test
        void isNotHeldUpByAFillWithoutARate() {
            var swiss = new Instrument(
                    Facts.stock("NESN").id(),
                    "NESN",
                    null,
                    "STK",
                    CurrencyCode.of("CHF"),
                    BigDecimal.ONE,
                    null,
                    Map.of());
            var noRate = provisional("0000e0d5.69dd7411.05.01", MON, MON + "T10:00:00", swiss, "5", "90");

            account.then(FILL, noRate);

            assertThat(account.held(ABC)).isEqualTo(Quantity.of("10"));
            assertThat(account.held(swiss)).isEqualTo(Quantity.ZERO);
            assertThat(account.caveats(MON)).contains("FX_RATE_MISSING", "PROVISIONAL_DAY");
            assertThat(account.day(MON).leftOut()).containsOnlyKeys(noRate.id());
        }

        @Test
        void isNotHeldUpByACurrencyPair() {
            var pair = new Instrument(
                    Facts.stock("USD.HKD").id(), "USD.HKD", null, "CASH", HKD, BigDecimal.ONE, null, Map.of());
            var odd = new Instrument(Facts.stock("?").id(), "?", null, "CASH", HKD, BigDecimal.ONE, null, Map.of());
            var exchange = provisional("0000e0d5.69dd7411.06.01", MON, MON + "T10:00:00", pair, "100", "7.84");
            var unreadable = provisional("0000e0d5.69dd7411.07.01", MON, MON + "T10:01:00", odd, "100", "7.84");

            account.then(exchange, unreadable, FILL);

            assertThat(account.day(MON).after().cash())
                    .containsExactlyInAnyOrder(Money.of("216", "HKD"), Money.of("-900", "USD"));
            assertThat(account.caveats(MON)).contains("PROVISIONAL_FILL_LEFT_OUT");
            assertThat(account.day(MON).leftOut()).containsOnlyKeys(unreadable.id());
        }
    }
}
