package io.flexledger.report.day;

import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.Source;
import io.flexledger.contracts.event.TradeEvent.FillIds;
import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.journal.EntryDetail;
import io.flexledger.contracts.journal.EntryDetail.Leg;
import io.flexledger.contracts.journal.Impact;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Executions of a currency pair, whose sides are both cash. */
public final class Exchanges {

    private Exchanges() {}

    /**
     * @param first  rate to base of the currency that is bought or sold
     * @param second rate to base of the currency it is priced in
     */
    public record Pair(FxRate first, FxRate second) {
        Instrument instrument() {
            var symbol = first.from() + "." + second.from();
            return new Instrument(
                    InstrumentId.conid(symbol), symbol, null, "CASH", second.from(), BigDecimal.ONE, null, Map.of());
        }
    }

    /** Units, price and commission of one execution. */
    public record Order(String units, String price, Money commission) {}

    public static DayScenario exchange(DayScenario day, String at, String id, Pair pair, Order order) {
        var price = Money.of(new BigDecimal(order.price()), pair.second().from());
        var units = Quantity.of(order.units());
        var leg = new Leg(
                day.event(id),
                new Source(ArtifactId.of("5e".repeat(32)), "DAILY", "Trades", 1),
                new FillIds(id, null, null, null),
                pair.instrument(),
                units,
                price,
                price.times(units).negated(),
                order.commission(),
                Money.zero(pair.second().from()),
                pair.second(),
                Quantity.ZERO,
                Quantity.ZERO,
                null,
                null);
        var rates = new LinkedHashMap<Object, FxRate>();
        rates.put(pair.first().from(), pair.first());
        rates.put(pair.second().from(), pair.second());
        var moved = new LinkedHashMap<FxRate, Money>();
        for (var amount : List.of(Money.of(units.units(), pair.first().from()), leg.proceeds(), leg.commission())) {
            moved.merge(rates.get(amount.currency()), amount, Money::plus);
        }
        var impacts = moved.entrySet().stream()
                .map(side -> new Impact(side.getValue(), side.getKey()))
                .toList();
        return day.add(Market.newYork(at), true, new EntryDetail.Traded(leg), List.of(), impacts, leg.event());
    }
}
