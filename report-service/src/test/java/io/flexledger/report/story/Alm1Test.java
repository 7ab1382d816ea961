package io.flexledger.report.story;

import static io.flexledger.report.day.DayScenario.disposal;
import static io.flexledger.report.day.Market.HKD;
import static io.flexledger.report.day.Market.USD;
import static io.flexledger.report.day.Market.hkd;
import static io.flexledger.report.day.Market.option;
import static io.flexledger.report.day.Market.rate;
import static io.flexledger.report.day.Market.share;
import static io.flexledger.report.day.Market.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.OptionTerms.Right;
import io.flexledger.contracts.journal.EntryDetail;
import io.flexledger.contracts.journal.EntryDetail.Leg;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.report.day.DayScenario;
import io.flexledger.report.day.LedgerDay;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class Alm1Test {

    private static final Instrument SPY = share("SPY");
    private static final Instrument PUT = option("1", "SPY", "620", Right.PUT, "2025-07-18");
    private static final FxRate RATE = rate("7.8");

    private final DayScenario day = DayScenario.on("U1", "2025-07-18");

    private static FillFigures last(LedgerDay day) {
        var entry = day.entries().reversed().stream()
                .filter(e -> e.detail() instanceof EntryDetail.Traded)
                .findFirst()
                .orElseThrow();
        return new Alm1(day).figures(entry, ((EntryDetail.Traded) entry.detail()).leg());
    }

    @Nested
    class Realised {

        private final Leg sell = day.leg("9", SPY, "-10", "105", "-1", RATE, true, "17");

        @Test
        void isTheBrokersFigureWhereAFillOfTodayOpenedTheUnits() {
            day.trade(
                    "2025-07-18T10:00:00",
                    sell,
                    "49",
                    disposal(sell, day.event("1"), "2025-07-18", day.date(), "100", "100", "16.5", "50"));

            assertThat(last(day.day()).realized()).containsExactly(new Realized.OpenedToday(usd("17"), true));
        }

        @Test
        void isOurOwnFigureWhereTheRowHasNone() {
            var bare = day.leg("9", SPY, "-10", "105", "-1", RATE, true, null);
            day.trade(
                    "2025-07-18T10:00:00",
                    bare,
                    "49",
                    disposal(bare, day.event("1"), "2025-07-18", day.date(), "100", "100", "16.5", "50"));

            assertThat(last(day.day()).realized()).containsExactly(new Realized.OpenedToday(usd("16.5"), false));
        }

        @Test
        void isGrossFromTheCarriedPriceForUnitsOfEarlierDays() {
            day.trade(
                    "2025-07-18T10:00:00",
                    sell,
                    "9",
                    disposal(sell, day.event("1"), "2025-07-01", day.date(), "90", "104", "148", "150"));

            assertThat(last(day.day()).realizedTotal()).isEqualTo(usd("10"));
        }

        @Test
        void isSplitWhereAFillClosesBoth() {
            var old = Disposals.of(
                    disposal(sell, day.event("1"), "2025-07-01", day.date(), "90", "104", "88", "90"), "6");
            var fresh = Disposals.of(
                    disposal(sell, day.event("2"), "2025-07-18", day.date(), "103", "103", "7.2", "8"), "4");
            day.trade("2025-07-18T10:00:00", sell, "13", old, fresh);
            var figures = last(day.day());

            assertThat(figures.realized()).extracting(Realized::amount).containsExactly(usd("7.2"), usd("6"));
            assertThat(figures.realizedTotal()).isEqualTo(usd("13.2"));
        }

        @Test
        void mergesCarriedLotsOfOnePrice() {
            var a = Disposals.of(disposal(sell, day.event("1"), "2025-07-01", day.date(), "90", "104", "0", "0"), "6");
            var b = Disposals.of(disposal(sell, day.event("2"), "2025-07-02", day.date(), "91", "104", "0", "0"), "4");
            day.trade("2025-07-18T10:00:00", sell, "9", a, b);

            assertThat(last(day.day()).realized())
                    .hasSize(1)
                    .first()
                    .extracting(Realized::amount)
                    .isEqualTo(usd("10"));
        }

        @Test
        void isNotKnownForUnitsFromBeforeTheFirstStatement() {
            var unknown =
                    Disposals.unknown(disposal(sell, sell.event(), "2025-07-18", day.date(), "105", "105", "0", "0"));
            day.trade("2025-07-18T10:00:00", sell, "-1", unknown);

            assertThat(last(day.day()).realized())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Realized.CarriedIn.class,
                            part -> assertThat(part.basisKnown()).isFalse());
        }
    }

    @Nested
    class Premium {

        private final Leg sold = day.leg("1", PUT, "-2", "0.40", "-1.7", RATE, false, "0");

        @Test
        void countsWhenTheOptionExpiresWithTheSameReportDate() {
            day.trade("2025-07-18T10:00:00", sold, "-1.7");
            expire("2");

            assertThat(last(day.day()).premium()).isEqualTo(usd("80"));
        }

        @Test
        void doesNotCountWhileTheOptionLives() {
            day.trade("2025-07-18T10:00:00", sold, "-1.7");

            assertThat(last(day.day()).premium()).isEqualTo(usd("0"));
        }

        @Test
        void countsForTheUnitsThatExpire() {
            day.trade("2025-07-18T10:00:00", sold, "-1.7");
            expire("1");

            assertThat(last(day.day()).premium()).isEqualTo(usd("40"));
        }

        @Test
        void isACostForALongOption() {
            var bought = day.leg("1", PUT, "2", "0.40", "-1.7", RATE, false, "0");
            day.trade("2025-07-18T10:00:00", bought, "-1.7");
            expire("-2");

            assertThat(last(day.day()).premium()).isEqualTo(usd("-80"));
        }

        private void expire(String quantity) {
            var leg = day.leg("8", PUT, quantity, "0", "0", RATE, true, null);
            day.expiry(
                    "2025-07-18T16:20:00",
                    leg,
                    "0",
                    disposal(leg, day.event("1"), "2025-07-18", day.date(), "0.40", "0.40", "0", "0"));
        }
    }

    @Nested
    class Commission {

        @Test
        void keepsItsSignAndAddsTaxes() {
            var leg = day.leg("1", SPY, "1", "100", "0.25", RATE, false, null);
            var taxed = new Leg(
                    leg.event(),
                    leg.source(),
                    leg.ids(),
                    SPY,
                    leg.quantity(),
                    leg.price(),
                    leg.proceeds(),
                    leg.commission(),
                    usd("-1.5"),
                    RATE,
                    leg.closed(),
                    leg.opened(),
                    null,
                    null);
            day.trade("2025-07-18T10:00:00", taxed, "-1.25");

            assertThat(last(day.day()).charges()).isEqualTo(usd("-1.25"));
            assertThat(last(day.day()).impact()).isEqualTo(hkd("-9.75"));
        }

        @Test
        void inBaseCurrencyIsNotConvertedAgain() {
            var leg = day.leg("1", SPY, "1", "100", "0", RATE, false, null);
            var charged = new Leg(
                    leg.event(),
                    leg.source(),
                    leg.ids(),
                    SPY,
                    leg.quantity(),
                    leg.price(),
                    leg.proceeds(),
                    hkd("-15"),
                    usd("0"),
                    RATE,
                    leg.closed(),
                    leg.opened(),
                    null,
                    null);
            day.trade("2025-07-18T10:00:00", charged, "0");
            var figures = last(day.day());

            assertThat(figures.charges()).isEqualTo(usd("0"));
            assertThat(figures.otherCharges()).isEqualTo(hkd("-15"));
            assertThat(figures.impact()).isEqualTo(hkd("-15"));
            assertThat(figures.otherCharges().currency()).isEqualTo(HKD);
            assertThat(figures.charges().currency()).isEqualTo(USD);
        }
    }
}
