package io.flexledger.ledger.day;

import static io.flexledger.ledger.day.Facts.ACCOUNT;

import io.flexledger.contracts.event.BrokerClaim.NavStated;
import io.flexledger.contracts.event.Fact;
import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.ReferenceEvent.RowAccount;
import io.flexledger.contracts.event.ReferenceEvent.StatementRead;
import io.flexledger.contracts.event.Source;
import io.flexledger.contracts.event.TradeEvent.BrokerFigures;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.event.TradeEvent.FillIds;
import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.id.ExecutionId;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the gateway tells of the account of {@link Facts}, and how a statement tells the same. Times are New York. */
public final class LiveFacts {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Source FRAME = new Source(ArtifactId.of("f".repeat(64)), "gateway", "execDetails", 7);

    private LiveFacts() {}

    /**
     * A fill as the gateway tells it, its commission unknown.
     *
     * @param execId with its revision, such as {@code 0000e0d5.69dd7411.01.01}
     */
    public static Fill provisional(
            String execId, String reportDate, String time, Instrument instrument, String quantity, String price) {
        var at = LocalDateTime.parse(time).atZone(NEW_YORK).toInstant();
        var each = new Money(new BigDecimal(price), instrument.currency());
        var units = Quantity.of(quantity);
        return new Fill(
                new Fact(
                        EventId.of(ACCOUNT, "execution", ExecutionId.of(execId).base()),
                        ACCOUNT,
                        LocalDate.parse(reportDate),
                        at,
                        true,
                        at.plusSeconds(1),
                        false,
                        true,
                        FRAME),
                new FillIds(null, null, execId, null),
                instrument,
                null,
                LocalDate.parse(reportDate),
                null,
                units,
                each,
                each.times(units).times(instrument.multiplier()).negated(),
                null,
                null,
                null,
                null,
                null,
                new BrokerFigures(null, null, null, null, null));
    }

    /** The next version of it: the commission was learned. */
    public static Fill withCommission(Fill fill, String commission) {
        return version(
                fill,
                fill.ids().execId(),
                fill.price(),
                new Money(new BigDecimal(commission), fill.price().currency()));
    }

    /** The next version of it: the broker corrected the price. */
    public static Fill corrected(Fill fill, String execId, String price) {
        return version(
                fill, execId, new Money(new BigDecimal(price), fill.price().currency()), null);
    }

    /** The next version of it: it no longer stands. */
    public static Fill takenBack(Fill fill) {
        var fact = fill.fact();
        return fill.with(fact.asOf(fact.statedAt().plusSeconds(60)).asSuperseded());
    }

    private static Fill version(Fill fill, @Nullable String execId, Money price, @Nullable Money commission) {
        var fact = fill.fact();
        return new Fill(
                new Fact(
                        fact.id(),
                        fact.account(),
                        fact.reportDate(),
                        fact.occurredAt(),
                        fact.timed(),
                        fact.statedAt().plusSeconds(60),
                        false,
                        true,
                        fact.source()),
                new FillIds(null, null, execId, null),
                fill.instrument(),
                null,
                fill.tradeDate(),
                null,
                fill.quantity(),
                price,
                price.times(fill.quantity())
                        .times(fill.instrument().multiplier())
                        .negated(),
                commission,
                null,
                null,
                null,
                null,
                fill.broker());
    }

    /** The same execution as a statement states it, on whichever report day. */
    public static Fill confirmed(Fill fill, String reportDate, String commission) {
        return confirmed(fill, fill.ids().execId(), reportDate, commission);
    }

    public static Fill confirmed(Fill fill, @Nullable String execId, String reportDate, String commission) {
        var time = fill.occurredAt().atZone(NEW_YORK).toLocalDateTime().toString();
        var row = Facts.fill(
                reportDate,
                time,
                fill.instrument(),
                fill.quantity().toString(),
                fill.price().amount().toPlainString(),
                commission,
                "");
        return new Fill(
                row.fact(),
                new FillIds(row.ids().transactionId(), row.ids().tradeId(), execId, null),
                row.instrument(),
                row.bookEntry(),
                row.tradeDate(),
                row.settleDate(),
                row.quantity(),
                row.price(),
                row.proceeds(),
                row.commission(),
                row.taxes(),
                row.fxRate(),
                row.effect(),
                row.notes(),
                row.broker());
    }

    /** The net asset value that makes a day told in full, together with {@link #readWithTrades}. */
    public static NavStated valued(String reportDate) {
        return Facts.nav(reportDate, "", Map.of());
    }

    /** The last event of a statement that has the section of trades. */
    public static StatementRead readWithTrades(String reportDate) {
        var read = Facts.statementRead(reportDate);
        return new StatementRead(
                read.fact(),
                read.from(),
                read.to(),
                null,
                new TreeMap<>(Map.of("Trades", 0)),
                Map.of(),
                new RowAccount(0, 0, 0, 0, 0));
    }
}
