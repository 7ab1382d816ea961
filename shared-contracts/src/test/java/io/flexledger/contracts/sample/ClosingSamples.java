package io.flexledger.contracts.sample;

import static io.flexledger.contracts.sample.EntrySamples.posting;
import static io.flexledger.contracts.sample.Given.ACCOUNT;
import static io.flexledger.contracts.sample.Given.FRIDAY;
import static io.flexledger.contracts.sample.Given.SPY;
import static io.flexledger.contracts.sample.Given.SPY_CALL;
import static io.flexledger.contracts.sample.Given.THURSDAY;
import static io.flexledger.contracts.sample.Given.USD_HKD;
import static io.flexledger.contracts.sample.Given.fact;
import static io.flexledger.contracts.sample.Given.units;
import static io.flexledger.contracts.sample.Given.usd;

import io.flexledger.contracts.event.TradeEvent.BrokerFigures;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.event.TradeEvent.FillIds;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.journal.Disposal;
import io.flexledger.contracts.journal.EntryDetail;
import io.flexledger.contracts.journal.EntryDetail.DeliveryKind;
import io.flexledger.contracts.journal.EntryDetail.Recognition;
import io.flexledger.contracts.journal.Impact;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.journal.Posting;
import io.flexledger.contracts.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** A call written on Thursday at 0.18 ends on Friday: worthless in one telling, assigned at 628 in the other. */
final class ClosingSamples {

    private static final EventId WRITTEN = EventId.of(ACCOUNT, "fill", "34498800017");
    private static final Instant EVENING = Instant.parse("2025-07-25T20:20:00Z");
    private static final BigDecimal CONTRACT = BigDecimal.ONE;

    private static final Fill DELIVERED_SHARES = new Fill(
            fact("fill", "34512399003", "2025-07-25T20:20:00Z", "Trades", 20),
            new FillIds("34512399003", "8101240002", null, null),
            SPY,
            true,
            FRIDAY,
            null,
            units("-100"),
            usd("628"),
            usd("62800"),
            usd("0"),
            usd("-0.0166"),
            USD_HKD,
            null,
            List.of("A"),
            new BrokerFigures(usd("62799.9834"), null, null, usd("-910"), usd("637.1")));

    static final JournalEntry EXPIRY = entry(
            new EntryDetail.Expired(Legs.of(TradeSamples.SPARSE_FILL, "1", "0"), Recognition.INFERRED),
            List.of(
                    contracts("Assets:Units:", CONTRACT),
                    contracts("Equity:Units:", CONTRACT.negate()),
                    posting("Assets:Cost:conid:799628025", usd("18")),
                    posting("Income:Realized", usd("-18"))),
            closed(usd("17.13356"), usd("18")),
            new Impact(usd("21"), USD_HKD));

    static final JournalEntry DELIVERY = entry(
            new EntryDetail.Delivered(
                    DeliveryKind.ASSIGNMENT,
                    List.of(Legs.of(TradeSamples.SPARSE_FILL, "1", "0")),
                    Legs.of(DELIVERED_SHARES, "0", "100"),
                    Recognition.OPTION_EVENT),
            List.of(
                    contracts("Assets:Units:", CONTRACT),
                    contracts("Equity:Units:", CONTRACT.negate()),
                    posting("Assets:Cost:conid:799628025", usd("18")),
                    posting("Income:Realized", usd("-18")),
                    posting("Assets:Cash:USD", usd("62799.9834")),
                    posting("Assets:Cost:conid:756733", usd("-62800")),
                    posting("Expenses:Tax", usd("0.0166"))),
            closed(usd("0"), usd("18")),
            new Impact(usd("20.9834"), USD_HKD));

    private ClosingSamples() {}

    private static Posting contracts(String account, BigDecimal amount) {
        return new Posting(account + SPY_CALL.id(), SPY_CALL.id().value(), amount);
    }

    private static Disposal closed(Money realizedBroker, Money realizedEconomic) {
        return new Disposal(
                SPY_CALL.id(),
                WRITTEN,
                Instant.parse("2025-07-24T14:31:22Z"),
                THURSDAY,
                TradeSamples.SPARSE_FILL.id(),
                EVENING,
                FRIDAY,
                units("-1"),
                usd("0.18"),
                usd("0.21"),
                usd("0"),
                usd("-17.13356"),
                realizedBroker,
                realizedEconomic,
                true);
    }

    private static JournalEntry entry(EntryDetail detail, List<Posting> postings, Disposal disposal, Impact impact) {
        return new JournalEntry(
                EventId.of(ACCOUNT, "entry", TradeSamples.SPARSE_FILL.id().toString()),
                ACCOUNT,
                FRIDAY,
                EVENING,
                true,
                5,
                1,
                detail,
                postings,
                List.of(disposal),
                List.of(impact),
                List.of(TradeSamples.SPARSE_FILL.id()),
                List.of(TradeSamples.SPARSE_FILL.fact().source()),
                List.of());
    }
}
