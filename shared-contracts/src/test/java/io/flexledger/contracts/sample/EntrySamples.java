package io.flexledger.contracts.sample;

import static io.flexledger.contracts.sample.Given.ACCOUNT;
import static io.flexledger.contracts.sample.Given.FRIDAY;
import static io.flexledger.contracts.sample.Given.HKD;
import static io.flexledger.contracts.sample.Given.SPY;
import static io.flexledger.contracts.sample.Given.SPY_CALL;
import static io.flexledger.contracts.sample.Given.USD;
import static io.flexledger.contracts.sample.Given.USD_HKD;
import static io.flexledger.contracts.sample.Given.hkd;
import static io.flexledger.contracts.sample.Given.source;
import static io.flexledger.contracts.sample.Given.units;
import static io.flexledger.contracts.sample.Given.usd;

import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.EntryDetail;
import io.flexledger.contracts.journal.EntryDetail.MarkSource;
import io.flexledger.contracts.journal.Impact;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.journal.Posting;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** One journal entry of each kind; the two with disposals are in {@link ClosingSamples}. */
public final class EntrySamples {

    private static final FxRate CLOSE = new FxRate(USD, HKD, new BigDecimal("7.84895"), FxRate.Source.CONVERSION_RATES);

    static final JournalEntry OPENING = entry(
            "entry-opening",
            new EntryDetail.Opening(List.of(hkd("2310.4"), usd("201000.25")), List.of(usd("12.37")), 0),
            List.of(
                    posting("Assets:Cash:HKD", hkd("2310.4")),
                    posting("Equity:Opening", hkd("-2310.4")),
                    posting("Assets:Cash:USD", usd("201000.25")),
                    posting("Assets:Accrued:Interest:USD", usd("12.37")),
                    posting("Equity:Opening", usd("-201012.62"))));

    public static final JournalEntry TRADE = entry(
            "entry",
            new EntryDetail.Traded(Legs.of(TradeSamples.FILL, "0", "1")),
            List.of(
                    new Posting("Assets:Units:conid:799628025", "conid:799628025", new BigDecimal("-1")),
                    new Posting("Equity:Units:conid:799628025", "conid:799628025", BigDecimal.ONE),
                    posting("Assets:Cash:USD", usd("121.94818")),
                    posting("Assets:Cost:conid:799628025", usd("-123")),
                    posting("Expenses:Commission", usd("1.0484")),
                    posting("Expenses:Tax", usd("0.00342"))),
            new Impact(usd("-1.05182"), USD_HKD));

    static final JournalEntry CANCELLATION = entry(
            "entry-cancelled",
            new EntryDetail.Cancelled(Legs.CANCELLED, EventId.of(ACCOUNT, "fill", "34512345688")),
            List.of(
                    new Posting("Assets:Units:conid:756733", "conid:756733", new BigDecimal("-25")),
                    new Posting("Equity:Units:conid:756733", "conid:756733", new BigDecimal("25")),
                    posting("Assets:Cash:USD", usd("15927")),
                    posting("Assets:Cost:conid:756733", usd("-15926")),
                    posting("Expenses:Commission", usd("-1"))),
            new Impact(usd("1"), USD_HKD));

    static final JournalEntry CASH = entry(
            "entry-cash",
            new EntryDetail.CashBooked(
                    "Dividends",
                    usd("176.11"),
                    USD_HKD,
                    "SPY(US78462F1030) CASH DIVIDEND USD 1.7611 PER SHARE",
                    SPY.id(),
                    false,
                    false),
            List.of(posting("Assets:Cash:USD", usd("176.11")), posting("Income:Dividends", usd("-176.11"))),
            new Impact(usd("176.11"), USD_HKD));

    static final JournalEntry INTEREST_ACCRUAL = entry(
            "entry-interest-accrual",
            new EntryDetail.InterestAccrued(usd("0.52"), usd("0"), usd("12.89"), CLOSE),
            List.of(
                    posting("Assets:Accrued:Interest:USD", usd("0.52")),
                    posting("Income:InterestAccrued", usd("-0.52"))),
            new Impact(usd("0.52"), CLOSE));

    static final JournalEntry STATED_ONLY = entry(
            "entry-stated-only",
            new EntryDetail.StatedOnly("brokerFees", hkd("-78.49")),
            List.of(posting("Assets:Stated:HKD", hkd("-78.49")), posting("Income:Stated", hkd("78.49"))),
            new Impact(hkd("-78.49"), FxRate.identity(HKD)));

    static final JournalEntry MARK = entry(
            "entry-mark",
            new EntryDetail.Marked(SPY_CALL, units("-1"), usd("1.23"), usd("1.265"), CLOSE, MarkSource.OPEN_POSITIONS),
            List.of(
                    posting("Assets:Unrealized:conid:799628025", usd("-3.5")),
                    posting("Income:Unrealized", usd("3.5"))),
            new Impact(usd("-3.5"), CLOSE));

    static final JournalEntry TRANSLATION = entry(
            "entry-translation",
            new EntryDetail.Translated(
                    usd("201012.62"),
                    new FxRate(USD, HKD, new BigDecimal("7.84889"), FxRate.Source.CARRIED),
                    CLOSE,
                    hkd("12.0607572")),
            List.of(
                    posting("Assets:Translation:HKD", hkd("12.0607572")),
                    posting("Income:FxTranslation", hkd("-12.0607572"))),
            new Impact(hkd("12.0607572"), FxRate.identity(HKD)));

    private EntrySamples() {}

    private static JournalEntry entry(String kind, EntryDetail detail, List<Posting> postings, Impact... impacts) {
        return new JournalEntry(
                EventId.of(ACCOUNT, kind, "2025-07-25/1"),
                ACCOUNT,
                FRIDAY,
                Instant.parse("2025-07-25T13:47:05Z"),
                true,
                3,
                2,
                detail,
                postings,
                List.of(),
                List.of(impacts),
                List.of(EventId.of(ACCOUNT, "fill", "34512345671")),
                List.of(source("Trades", 17)),
                List.of(new Caveat("FX_RATE_CARRIED", "USD to HKD is of the day before")));
    }

    static Posting posting(String account, Money amount) {
        return new Posting(account, amount.currency().code(), amount.amount());
    }
}
