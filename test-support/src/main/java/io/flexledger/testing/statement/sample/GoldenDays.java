package io.flexledger.testing.statement.sample;

import static io.flexledger.testing.statement.sample.SampleAccount.SPY;
import static io.flexledger.testing.statement.sample.SampleAccount.amount;
import static io.flexledger.testing.statement.sample.SampleAccount.call;
import static io.flexledger.testing.statement.sample.SampleAccount.date;
import static io.flexledger.testing.statement.sample.SampleAccount.put;

import io.flexledger.testing.statement.account.InterestDay.Tier;
import io.flexledger.testing.statement.account.TradingDay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * 17 and 18 July 2025, the worked example of the daily narrative: 79,498.68, 79,402.22, 79,754.81, 78,609.37, 79,200.01 and
 * 79,231.03 HKD.
 *
 * <p>Seven fills carry a rate of their own, {@link #FILLS_RATE} and {@link #COVER_RATE}, because no single rate gives all the
 * printed products. A broker has one rate per currency and day; these rows are the exception, and the mark-to-market of both
 * days absorbs it.
 */
final class GoldenDays {

    static final BigDecimal FILLS_RATE = amount("7.8466");
    static final BigDecimal COVER_RATE = amount("7.84532");

    private static final String SOLD = "-0.86644";
    private static final String BOUGHT = "-0.86365";
    private static final BigDecimal DEBIT_PERCENT = amount("5.83");

    private GoldenDays() {}

    /** Six fills around noon leave two short options; half a month of debit interest is accrued. */
    static TradingDay thursday(SampleAccount account) {
        account.open("07-17", "7.8491", "9.1030");
        account.trade("12:46:37", put("07-17", "623"), "-1", "0.08", SOLD, FILLS_RATE);
        account.trade("12:46:44", call("07-17", "628"), "-1", "0.16", SOLD, FILLS_RATE);
        account.trade("12:49:29", call("07-17", "628"), "1", "0.18", BOUGHT, FILLS_RATE);
        account.trade("12:49:47", put("07-17", "623"), "1", "0.09", BOUGHT, FILLS_RATE);
        account.trade("12:50:28", put("07-17", "626"), "-1", "0.37", "-1.50644", FILLS_RATE);
        account.trade("12:50:36", call("07-17", "628"), "-1", "0.19", SOLD, FILLS_RATE);
        account.book().accrueInterest("USD", debitInterest());
        return account.close(Map.of(
                put("07-17", "623"), BigDecimal.ZERO,
                put("07-17", "626"), BigDecimal.ZERO,
                call("07-17", "628"), amount("0.04")));
    }

    /** Small change for two weeks, and one night of a bought hundred shares. */
    private static List<Tier> debitInterest() {
        List<Tier> tiers = new ArrayList<>();
        for (LocalDate day = date("07-01"); day.isBefore(date("07-14")); day = day.plusDays(1)) {
            boolean early = day.isBefore(date("07-09"));
            tiers.add(tier(day, early ? "-247.18" : "-197.40", early ? "-0.04" : "-0.03"));
        }
        tiers.add(tier(date("07-16"), "-62192.83", "-10.07"));
        return tiers;
    }

    private static Tier tier(LocalDate day, String principal, String interest) {
        return new Tier(day, amount(principal), DEBIT_PERCENT, amount(interest));
    }

    /** The call is assigned, the put expires, the short shares are covered overnight, two more options expire at once. */
    static TradingDay friday(SampleAccount account) {
        account.open("07-18", "7.8472", "9.1247");
        account.book().deliver(call("07-17", "628"), amount("-1"), amount("-0.0166"));
        account.book().expire(put("07-17", "626"));
        account.trade("01:15:49", SPY, "100", "629.45", "-1.0027", COVER_RATE);
        account.trade("10:32:34", put("07-18", "626"), "-1", "0.4", SOLD);
        account.trade("10:32:41", call("07-18", "629"), "-1", "0.37", SOLD);
        account.book().expire(put("07-18", "626"));
        account.book().expire(call("07-18", "629"));
        return account.close(Map.of(
                SPY,
                amount("627.58"),
                call("07-17", "628"),
                amount("0.04"),
                put("07-17", "626"),
                BigDecimal.ZERO,
                put("07-18", "626"),
                BigDecimal.ZERO,
                call("07-18", "629"),
                BigDecimal.ZERO));
    }
}
