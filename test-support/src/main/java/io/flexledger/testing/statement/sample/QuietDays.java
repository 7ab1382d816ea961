package io.flexledger.testing.statement.sample;

import static io.flexledger.testing.statement.sample.SampleAccount.CVS;
import static io.flexledger.testing.statement.sample.SampleAccount.SPY;
import static io.flexledger.testing.statement.sample.SampleAccount.amount;
import static io.flexledger.testing.statement.sample.SampleAccount.call;
import static io.flexledger.testing.statement.sample.SampleAccount.date;
import static io.flexledger.testing.statement.sample.SampleAccount.put;

import io.flexledger.testing.statement.account.CashMovement.Kind;
import io.flexledger.testing.statement.account.DividendAccrual;
import io.flexledger.testing.statement.account.TradingDay;
import java.math.BigDecimal;
import java.util.Map;

/** The days before and after the golden ones: a few trades, a withdrawal, a dividend to come. */
final class QuietDays {

    private static final String SOLD = "-0.86644";

    private QuietDays() {}

    static TradingDay monday(SampleAccount account) {
        account.open("07-14", "7.8499", "9.1618");
        account.trade("10:05:12", put("07-14", "620"), "-1", "0.05", "-0.90644");
        return account.close(Map.of(put("07-14", "620"), BigDecimal.ZERO));
    }

    /** A hundred shares on credit, overnight. */
    static TradingDay tuesday(SampleAccount account) {
        account.open("07-15", "7.8501", "9.1102");
        account.book().expire(put("07-14", "620"));
        account.trade("09:47:31", SPY, "100", "622.3", "-1.0031");
        account.trade("14:02:10", put("07-15", "615"), "-1", "0.09", SOLD);
        account.move(Kind.WITHDRAWAL, "-1500", "Withdrawal to own bank account");
        account.move(Kind.OTHER_FEE, "-8", "Withdrawal fee");
        return account.close(Map.of(
                SPY, amount("622.14"), put("07-14", "620"), BigDecimal.ZERO, put("07-15", "615"), BigDecimal.ZERO));
    }

    /** Sold again in two fills of one order; flat at the close, 79,498.681601594 HKD. */
    static TradingDay wednesday(SampleAccount account) {
        account.open("07-16", "7.8498", "9.1299");
        account.book().expire(put("07-15", "615"));
        account.part("10:11:26", SPY, "-60", "621.36", "-1.0094");
        account.part("10:11:29", SPY, "-40", "621.46", "-0.6721");
        return account.close(Map.of(SPY, amount("624.22"), put("07-15", "615"), BigDecimal.ZERO));
    }

    static TradingDay nextMonday(SampleAccount account) {
        account.open("07-21", "7.8498", "9.1776");
        account.trade("10:15:40", put("07-21", "625"), "-1", "0.31", SOLD);
        account.trade("15:02:11", CVS, "20", "61.35", "-1");
        return account.close(Map.of(CVS, amount("61.52"), put("07-21", "625"), BigDecimal.ZERO));
    }

    /** A quarter of the shares goes before the ex-date, a call is written for Friday, money arrives. */
    static TradingDay nextTuesday(SampleAccount account) {
        account.open("07-22", "7.8499", "9.2235");
        account.book().expire(put("07-21", "625"));
        account.trade("10:40:02", CVS, "-5", "61.8", "-1.00062");
        account.trade("11:26:57", call("07-25", "632"), "-1", "2.05", SOLD);
        account.move(Kind.DEPOSIT, "5000", "Deposit from own bank account");
        account.book()
                .declare(new DividendAccrual(
                        CVS,
                        date("07-23"),
                        date("08-01"),
                        amount("15"),
                        amount("0.665"),
                        amount("9.98"),
                        amount("2.99")));
        return account.close(Map.of(
                CVS, amount("61.74"), put("07-21", "625"), BigDecimal.ZERO, call("07-25", "632"), amount("1.74")));
    }
}
