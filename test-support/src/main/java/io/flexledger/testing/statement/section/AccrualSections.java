package io.flexledger.testing.statement.section;

import io.flexledger.testing.statement.account.DividendAccrual;
import io.flexledger.testing.statement.account.DividendAccrual.Posting;
import io.flexledger.testing.statement.account.InterestDay;
import io.flexledger.testing.statement.account.InterestDay.Tier;
import io.flexledger.testing.statement.account.TradingDay;
import io.flexledger.testing.statement.xml.FlexWriter;
import io.flexledger.testing.statement.xml.Layout;
import io.flexledger.testing.statement.xml.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** InterestAccruals, TierInterestDetails, ChangeInDividendAccruals and OpenDividendAccruals. */
final class AccrualSections {

    private AccrualSections() {}

    /** The roll-forward of one currency, or of all in base currency. */
    private static final class Roll {

        private boolean opened;
        private BigDecimal starting = BigDecimal.ZERO;
        private BigDecimal accrued = BigDecimal.ZERO;
        private BigDecimal reversal = BigDecimal.ZERO;
        private BigDecimal translation = BigDecimal.ZERO;

        void add(InterestDay day, BigDecimal openingRate, BigDecimal rate, boolean first) {
            if (first) {
                starting = starting.add(day.opening().multiply(openingRate));
            }
            opened = true;
            accrued = accrued.add(day.accrued().multiply(rate));
            reversal = reversal.add(day.reversal().multiply(rate));
            translation = translation.add(day.opening().multiply(rate.subtract(openingRate)));
        }

        Row row(Period period, String currency) {
            return Layouts.INTEREST_ACCRUAL
                    .row()
                    .set("accountId", period.accountId())
                    .set("currency", currency)
                    .set("fromDate", period.from())
                    .set("toDate", period.to())
                    .set("startingAccrualBalance", starting)
                    .set("interestAccrued", accrued)
                    .set("accrualReversal", reversal)
                    .set("fxTranslation", translation)
                    .set(
                            "endingAccrualBalance",
                            starting.add(accrued).add(reversal).add(translation));
        }
    }

    static void interest(Period period, FlexWriter out) throws IOException {
        Roll inBase = new Roll();
        Map<String, Roll> currencies = new TreeMap<>();
        for (TradingDay day : period.days()) {
            boolean first = day.date().equals(period.from());
            for (InterestDay interest : day.accruals().interest()) {
                String currency = interest.currency();
                inBase.add(
                        interest, day.openingRates().of(currency), day.rates().of(currency), first);
                currencies
                        .computeIfAbsent(currency, _ -> new Roll())
                        .add(interest, BigDecimal.ONE, BigDecimal.ONE, first);
            }
        }
        if (inBase.opened) {
            out.row(inBase.row(period, "BASE_SUMMARY"));
        }
        for (Map.Entry<String, Roll> currency : currencies.entrySet()) {
            out.row(currency.getValue().row(period, currency.getKey()));
        }
    }

    static void tiers(Period period, FlexWriter out) throws IOException {
        for (TradingDay day : period.days()) {
            for (InterestDay interest : day.accruals().interest()) {
                for (Tier tier : interest.tiers()) {
                    // The one date a statement writes with dashes.
                    out.row(Layouts.INTEREST_TIER
                            .row()
                            .set("accountId", period.accountId())
                            .set("currency", interest.currency())
                            .set("interestType", tier.type())
                            .set("reportDate", day.date().toString())
                            .set("valueDate", tier.valueDate())
                            .set("tierBreak", "I")
                            .set("rate", tier.annualPercent())
                            .set("totalInterest", tier.interest())
                            .set("totalPrincipal", tier.principal())
                            .set("code", "Po"));
                }
            }
        }
    }

    static void dividendChanges(Period period, FlexWriter out) throws IOException {
        for (TradingDay day : period.days()) {
            for (Posting posting : day.accruals().dividendPostings()) {
                DividendAccrual accrual = posting.accrual();
                out.row(dividend(period, Layouts.DIVIDEND_CHANGE, day, accrual)
                        .set("reportDate", day.date())
                        .set("date", day.date())
                        .set("tax", posting.signed(accrual.tax()))
                        .set("grossAmount", posting.signed(accrual.gross()))
                        .set("netAmount", posting.net())
                        .set("code", posting.code()));
            }
        }
    }

    static void openDividends(Period period, FlexWriter out) throws IOException {
        TradingDay day = period.last();
        for (DividendAccrual accrual : day.accruals().openDividends()) {
            out.row(dividend(period, Layouts.OPEN_DIVIDEND, day, accrual)
                    .set("tax", accrual.tax())
                    .set("grossAmount", accrual.gross())
                    .set("netAmount", accrual.net()));
        }
    }

    private static Row dividend(Period period, Layout layout, TradingDay day, DividendAccrual accrual) {
        return period.row(layout)
                .set("currency", accrual.stock().currency())
                .set("fxRateToBase", day.rates().of(accrual.stock().currency()))
                .instrument(accrual.stock())
                .set("exDate", accrual.exDate())
                .set("payDate", accrual.payDate())
                .set("quantity", accrual.quantity())
                .set("grossRate", accrual.grossRate());
    }
}
