package io.flexledger.ledger.day;

import io.flexledger.contracts.event.BrokerClaim.CashStated;
import io.flexledger.contracts.event.BrokerClaim.NavChangeStated;
import io.flexledger.contracts.event.BrokerClaim.NavStated;
import io.flexledger.contracts.event.BrokerClaim.PositionStated;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.CashEvent.CashFlow;
import io.flexledger.contracts.event.CashEvent.InterestAccrual;
import io.flexledger.contracts.event.Fact;
import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.OptionTerms;
import io.flexledger.contracts.event.OptionTerms.Right;
import io.flexledger.contracts.event.ReferenceEvent.RateStated;
import io.flexledger.contracts.event.ReferenceEvent.RowAccount;
import io.flexledger.contracts.event.ReferenceEvent.StatementRead;
import io.flexledger.contracts.event.Source;
import io.flexledger.contracts.event.TradeEvent.BrokerFigures;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.event.TradeEvent.FillCancelled;
import io.flexledger.contracts.event.TradeEvent.FillIds;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Facts of one account in base HKD that trades in USD, as a broker would state them. Times are New York. */
public final class Facts {

    public static final AccountId ACCOUNT = AccountId.of("U7654321");
    public static final CurrencyCode HKD = CurrencyCode.of("HKD");
    public static final CurrencyCode USD = CurrencyCode.of("USD");

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Source ROW = new Source(ArtifactId.of("0".repeat(64)), "test", "Trades", 1);

    private Facts() {}

    public static Instrument stock(String symbol) {
        return new Instrument(InstrumentId.symbol(symbol), symbol, null, "STK", USD, BigDecimal.ONE, null, Map.of());
    }

    public static Instrument option(String underlying, Right right, String strike, String expiry) {
        var symbol = underlying + " " + expiry + right.name().charAt(0) + strike;
        var terms = new OptionTerms(
                right, new BigDecimal(strike), LocalDate.parse(expiry), InstrumentId.symbol(underlying), underlying);
        return new Instrument(
                InstrumentId.symbol(symbol), symbol, null, "OPT", USD, new BigDecimal(100), terms, Map.of());
    }

    private static Fact fact(String kind, String key, String reportDate, String time) {
        var day = LocalDate.parse(reportDate);
        var at = time.isEmpty()
                ? day.atStartOfDay(NEW_YORK)
                : LocalDateTime.parse(time).atZone(NEW_YORK);
        return new Fact(
                EventId.of(ACCOUNT, kind, key),
                ACCOUNT,
                day,
                at.toInstant(),
                !time.isEmpty(),
                day.plusDays(1).atStartOfDay(NEW_YORK).toInstant(),
                false,
                false,
                ROW);
    }

    private static final AtomicInteger NEXT = new AtomicInteger(100);

    /** An execution on an exchange; {@code commission} as the broker signs it, {@code fx} from the row. */
    public static Fill fill(
            String reportDate,
            String time,
            Instrument instrument,
            String quantity,
            String price,
            String commission,
            String fx) {
        return fill(reportDate, time, instrument, quantity, price, commission, fx, false, List.of());
    }

    /** The broker's own booking: an expiry or a leg of a delivery, named by its notes. */
    public static Fill booking(
            String reportDate,
            String time,
            Instrument instrument,
            String quantity,
            String price,
            String commission,
            String fx,
            String... notes) {
        return fill(reportDate, time, instrument, quantity, price, commission, fx, true, List.of(notes));
    }

    private static Fill fill(
            String reportDate,
            String time,
            Instrument instrument,
            String quantity,
            String price,
            String commission,
            String fx,
            boolean booking,
            List<String> notes) {
        var id = Integer.toString(NEXT.getAndIncrement());
        var each = Money.of(price, "USD");
        var units = Quantity.of(quantity);
        var rate = fx.isEmpty() ? null : new FxRate(USD, HKD, new BigDecimal(fx), FxRate.Source.ROW);
        return new Fill(
                fact("fill", id, reportDate, time),
                new FillIds(id, "t" + id, null, null),
                instrument,
                booking,
                LocalDate.parse(time.substring(0, 10)),
                null,
                units,
                each,
                each.times(units).times(instrument.multiplier()).negated(),
                Money.of(commission, "USD"),
                Money.zero(USD),
                rate,
                null,
                notes,
                new BrokerFigures(null, null, null, null, null));
    }

    /** The broker takes a fill back and returns its commission. */
    public static FillCancelled cancellation(String reportDate, String time, Fill original) {
        var id = Integer.toString(NEXT.getAndIncrement());
        return new FillCancelled(
                fact("cancel", id, reportDate, time),
                new FillIds(id, null, null, null),
                original.instrument(),
                null,
                original.ids().tradeId(),
                original.quantity().negated(),
                original.price(),
                original.proceeds().negated(),
                original.charges().commission().negated(),
                Money.zero(USD),
                null);
    }

    public static RateStated rate(String reportDate, String rate) {
        return new RateStated(
                fact("rate", reportDate, reportDate, ""),
                new FxRate(USD, HKD, new BigDecimal(rate), FxRate.Source.CONVERSION_RATES));
    }

    public static PositionStated position(String reportDate, Instrument instrument, String quantity, String mark) {
        var each = Money.of(mark, "USD");
        return new PositionStated(
                fact("position", reportDate + instrument.id(), reportDate, ""),
                instrument,
                null,
                Quantity.of(quantity),
                each,
                null,
                null,
                null,
                null);
    }

    public static CashFlow cash(String reportDate, String type, Money amount) {
        return new CashFlow(
                fact("cash", Integer.toString(NEXT.getAndIncrement()), reportDate, ""),
                null,
                type,
                amount,
                null,
                null,
                null,
                null,
                null);
    }

    public static InterestAccrual accrual(
            String reportDate, String starting, String accrued, String reversal, String ending) {
        return new InterestAccrual(
                fact("accrual", reportDate, reportDate, ""),
                LocalDate.parse(reportDate),
                USD,
                Money.of(starting, "USD"),
                Money.of(accrued, "USD"),
                Money.of(reversal, "USD"),
                Money.zero(USD),
                Money.of(ending, "USD"));
    }

    public static CashStated cashReport(String reportDate, Money starting) {
        return new CashStated(
                fact("cash-report", reportDate + starting.currency(), reportDate, ""),
                LocalDate.parse(reportDate),
                starting.currency(),
                starting,
                starting,
                null,
                new TreeMap<>());
    }

    public static NavStated nav(String reportDate, String total, Map<String, String> components) {
        var amounts = new TreeMap<String, Money>();
        components.forEach((name, amount) -> amounts.put(name, Money.of(amount, "HKD")));
        return new NavStated(
                fact("nav", reportDate, reportDate, ""), HKD, total.isEmpty() ? null : Money.of(total, "HKD"), amounts);
    }

    public static NavChangeStated navChange(
            String reportDate, String starting, String ending, Map<String, String> components) {
        var amounts = new TreeMap<String, Money>();
        components.forEach((name, amount) -> amounts.put(name, Money.of(amount, "HKD")));
        var day = LocalDate.parse(reportDate);
        return new NavChangeStated(
                fact("nav-change", reportDate, reportDate, ""),
                day,
                day,
                HKD,
                Money.of(starting, "HKD"),
                Money.of(ending, "HKD"),
                amounts,
                null);
    }

    /** The last event of a statement about one day. */
    public static StatementRead statementRead(String reportDate) {
        var day = LocalDate.parse(reportDate);
        return new StatementRead(
                fact("statement", reportDate, reportDate, ""),
                day,
                day,
                null,
                new TreeMap<>(),
                Map.of(),
                new RowAccount(0, 0, 0, 0, 0));
    }

    /** The same facts about another account. */
    public static List<CanonicalEvent> of(AccountId account, List<? extends CanonicalEvent> events) {
        return events.stream()
                .map(event -> event.with(moved(event.fact(), account)))
                .toList();
    }

    private static Fact moved(Fact fact, AccountId account) {
        return new Fact(
                EventId.of(account, "moved", fact.id().toString()),
                account,
                fact.reportDate(),
                fact.occurredAt(),
                fact.timed(),
                fact.statedAt(),
                fact.superseded(),
                fact.provisional(),
                fact.source());
    }
}
