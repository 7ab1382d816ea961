package io.flexledger.realtime.account;

import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.Source;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.EntryDetail.MarkSource;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.NavSnapshot.Balance;
import io.flexledger.contracts.journal.NavSnapshot.Holding;
import io.flexledger.contracts.journal.NavSnapshot.Margin;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.realtime.account.AccountImage.Held;
import io.flexledger.realtime.account.AccountImage.Named;
import io.flexledger.realtime.message.Incoming.ProfitAndLoss;
import io.flexledger.realtime.provisional.ContractReading;
import io.flexledger.realtime.wire.WireDecimal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The net asset value an image shows. */
public final class LiveValue {

    private static final String TOTAL = "NetLiquidation";

    /** The parts of a total by what the gateway calls them, each stated in base. */
    private static final Map<String, String> PARTS = Map.ofEntries(
            Map.entry("StockMarketValue", "stock"),
            Map.entry("OptionMarketValue", "options"),
            Map.entry("FutureOptionValue", "options"),
            Map.entry("FuturesPNL", "futuresPnl"),
            Map.entry("CorporateBondValue", "bonds"),
            Map.entry("TBondValue", "bonds"),
            Map.entry("TBillValue", "bonds"),
            Map.entry("MutualFundValue", "funds"),
            Map.entry("WarrantValue", "warrants"),
            Map.entry("AccruedCash", "interestAccruals"),
            Map.entry("NetDividend", "dividendAccruals"));

    private static final String CASH = "CashBalance";

    private final Map<CurrencyCode, BigDecimal> configuredRates;

    /** @param configuredRates what one unit is worth in base; they win over the gateway's own */
    public LiveValue(Map<CurrencyCode, BigDecimal> configuredRates) {
        this.configuredRates = Map.copyOf(configuredRates);
    }

    /**
     * When a value was told, and what is to be said with it.
     *
     * @param date    report day the value is of
     * @param version counts upwards
     */
    public record Telling(LocalDate date, Instant asOf, long version, List<Caveat> caveats, List<Source> sources) {
        public Telling {
            caveats = List.copyOf(caveats);
            sources = List.copyOf(sources);
        }
    }

    /** Empty until a total has come, and while the figures may be wrong. */
    public Optional<NavSnapshot> of(AccountId account, AccountImage image, Telling telling) {
        return total(image).filter(_ -> image.isReady()).map(total -> of(account, image, telling, total));
    }

    /** The total, whose currency is the account's own. */
    public static Optional<Money> total(AccountImage image) {
        for (Map.Entry<Named, String> value : image.values().entrySet()) {
            CurrencyCode base = ContractReading.currency(value.getKey().currency());
            Optional<BigDecimal> amount = WireDecimal.parse(value.getValue());
            if (value.getKey().key().equals(TOTAL) && base != null && amount.isPresent()) {
                return Optional.of(new Money(amount.get(), base));
            }
        }
        return Optional.empty();
    }

    private NavSnapshot of(AccountId account, AccountImage image, Telling telling, Money total) {
        CurrencyCode base = total.currency();
        List<Caveat> caveats = new ArrayList<>(telling.caveats());
        Rates rates = new Rates(image, base, caveats);
        return new NavSnapshot(
                account,
                telling.date(),
                NavSnapshot.Kind.LIVE,
                telling.asOf(),
                telling.version(),
                total,
                null,
                components(image, total),
                results(image, base),
                null,
                cash(image, rates),
                List.of(),
                positions(image, rates, caveats),
                margin(image, base),
                caveats,
                telling.sources());
    }

    /** What the parts leave to the total is shown as a part of its own, never spread. */
    private static SortedMap<String, Money> components(AccountImage image, Money total) {
        SortedMap<String, Money> parts = new TreeMap<>();
        amount(image, CASH)
                .or(() -> amount(image, "TotalCashBalance"))
                .ifPresent(cash -> parts.put("cash", new Money(cash, total.currency())));
        PARTS.forEach((key, part) -> amount(image, key)
                .filter(amount -> amount.signum() != 0)
                .ifPresent(amount -> parts.merge(part, new Money(amount, total.currency()), Money::plus)));
        Money rest = total.minus(parts.values().stream().reduce(Money.zero(total.currency()), Money::plus));
        if (!rest.isZero()) {
            parts.put("other", rest);
        }
        return parts;
    }

    private static Optional<BigDecimal> amount(AccountImage image, String key) {
        return image.text(key, AccountImage.BASE).flatMap(WireDecimal::parse);
    }

    private static SortedMap<String, Money> results(AccountImage image, CurrencyCode base) {
        SortedMap<String, Money> results = new TreeMap<>();
        ProfitAndLoss told = image.results().orElse(null);
        if (told != null) {
            put(results, "dailyPnl", told.daily(), base);
            put(results, "unrealizedPnl", told.unrealized(), base);
            put(results, "realizedPnl", told.realized(), base);
        }
        return results;
    }

    private static @Nullable Margin margin(AccountImage image, CurrencyCode base) {
        return stated(image, "MaintMarginReq", base)
                .flatMap(maintenance ->
                        stated(image, "ExcessLiquidity", base).map(excess -> new Margin(maintenance, excess)))
                .orElse(null);
    }

    /** An amount the gateway states in the account's own currency. */
    private static Optional<Money> stated(AccountImage image, String key, CurrencyCode base) {
        return image.text(key, base.code()).flatMap(WireDecimal::parse).map(amount -> new Money(amount, base));
    }

    private static void put(
            SortedMap<String, Money> results, String name, @Nullable BigDecimal amount, CurrencyCode base) {
        if (amount != null) {
            results.put(name, new Money(amount, base));
        }
    }

    private static List<Balance> cash(AccountImage image, Rates rates) {
        List<Balance> balances = new ArrayList<>();
        image.values().forEach((named, text) -> {
            CurrencyCode currency = ContractReading.currency(named.currency());
            if (!named.key().equals(CASH) || currency == null) {
                return;
            }
            Optional<BigDecimal> amount = WireDecimal.parse(text).filter(value -> value.signum() != 0);
            if (amount.isPresent()) {
                rates.of(currency)
                        .ifPresent(rate -> balances.add(new Balance(new Money(amount.get(), currency), rate)));
            }
        });
        return balances;
    }

    private static List<Holding> positions(AccountImage image, Rates rates, List<Caveat> caveats) {
        List<Holding> holdings = new ArrayList<>();
        for (Held held : image.positions().values()) {
            Instrument instrument = ContractReading.instrument(held.contract()).orElse(null);
            if (instrument != null && instrument.isCurrencyPair()) {
                continue; // it is in the cash already
            }
            BigDecimal mark = held.mark();
            FxRate rate = instrument == null || mark == null
                    ? null
                    : rates.of(instrument.currency()).orElse(null);
            if (instrument == null || mark == null || rate == null) {
                caveats.add(missing(held, mark == null ? "mark" : "value", instrument));
                continue;
            }
            holdings.add(holding(held, mark, instrument, rate));
        }
        return holdings;
    }

    private static Caveat missing(Held held, String what, @Nullable Instrument instrument) {
        return new Caveat(
                Caveat.MARK_MISSING,
                "no %s from the gateway: %s".formatted(what, name(held)),
                instrument == null ? null : instrument.id());
    }

    private static Holding holding(Held held, BigDecimal mark, Instrument instrument, FxRate rate) {
        CurrencyCode currency = instrument.currency();
        BigDecimal cost = held.averageCost() == null ? BigDecimal.ZERO : held.averageCost();
        return new Holding(
                instrument,
                new Quantity(held.units()),
                new Money(mark, currency),
                MarkSource.GATEWAY,
                new Money(held.units().multiply(mark).multiply(instrument.multiplier()), currency),
                new Money(held.units().multiply(cost), currency),
                rate);
    }

    private static String name(Held held) {
        return held.contract().localSymbol() != null
                ? held.contract().localSymbol()
                : "contract " + held.contract().conId();
    }

    /** What one unit of a currency is worth in base, each asked for once. */
    private final class Rates {

        private final AccountImage image;
        private final CurrencyCode base;
        private final List<Caveat> caveats;
        private final Map<CurrencyCode, Optional<FxRate>> known = new TreeMap<>();

        Rates(AccountImage image, CurrencyCode base, List<Caveat> caveats) {
            this.image = image;
            this.base = base;
            this.caveats = caveats;
        }

        Optional<FxRate> of(CurrencyCode currency) {
            return known.computeIfAbsent(currency, this::find);
        }

        private Optional<FxRate> find(CurrencyCode currency) {
            if (currency.equals(base)) {
                return Optional.of(FxRate.identity(base));
            }
            BigDecimal configured = configuredRates.get(currency);
            if (configured != null) {
                return Optional.of(new FxRate(currency, base, configured, FxRate.Source.CONFIGURED));
            }
            Optional<FxRate> told = image.text("ExchangeRate", currency.code())
                    .flatMap(WireDecimal::parse)
                    .filter(rate -> rate.signum() > 0)
                    .map(rate -> new FxRate(currency, base, rate, FxRate.Source.GATEWAY));
            if (told.isEmpty()) {
                caveats.add(new Caveat("FX_RATE_MISSING", "no rate from " + currency + " to " + base));
            }
            return told;
        }
    }
}
