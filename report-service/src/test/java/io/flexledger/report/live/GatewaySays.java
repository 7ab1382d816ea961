package io.flexledger.report.live;

import static io.flexledger.report.day.Market.HKD;
import static io.flexledger.report.day.Market.USD;
import static io.flexledger.report.day.Market.hkd;
import static io.flexledger.report.day.Market.usd;

import io.flexledger.contracts.CloudEvent;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.event.Fact;
import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.Source;
import io.flexledger.contracts.event.TradeEvent.BrokerFigures;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.event.TradeEvent.FillIds;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.id.ExecutionId;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.EntryDetail.MarkSource;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.NavSnapshot.Balance;
import io.flexledger.contracts.journal.NavSnapshot.Holding;
import io.flexledger.contracts.live.FillStanding;
import io.flexledger.contracts.live.GatewayStatus;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.report.day.Market;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The vocabulary tests let the gateway speak in. */
public final class GatewaySays {

    public static final ArtifactId FRAME = ArtifactId.of("fa".repeat(32));

    private GatewaySays() {}

    /** Heard now, on a machine whose clock shows the gateway's. */
    public static GatewayStatus status(String account, GatewayStatus.State state, Instant statedAt) {
        return status(account, state, statedAt, Duration.ZERO);
    }

    /** @param ahead what the gateway's clock is ahead of this machine's */
    public static GatewayStatus status(String account, GatewayStatus.State state, Instant statedAt, Duration ahead) {
        return new GatewayStatus(
                "gateway",
                statedAt.toEpochMilli(),
                state,
                statedAt,
                null,
                statedAt,
                statedAt,
                ahead.toMillis(),
                200,
                List.of(AccountId.of(account)),
                null);
    }

    /** An execution that no statement has told. */
    public static Fill fill(
            String account, String execId, Instant at, Instrument instrument, String units, String price) {
        return fill(account, execId, at, instrument, units, price, null, at.plusSeconds(1));
    }

    public static Fill fill(
            String account,
            String execId,
            Instant at,
            Instrument instrument,
            String units,
            String price,
            @Nullable String commission,
            Instant statedAt) {
        var id = EventId.of(
                AccountId.of(account), "execution", ExecutionId.of(execId).base());
        return fill(account, id, execId, at, instrument, units, price, commission, statedAt, true);
    }

    /** A fill as the topic of facts has it. */
    public static ConsumerRecord<String, byte[]> fact(Fill fill) {
        var fact = new ConsumerRecord<>("test", 0, 0, fill.account().value(), ContractJson.write(fill));
        CloudEvent.of(fill)
                .headers(CloudEvent.JSON)
                .forEach((name, value) -> fact.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return fact;
    }

    /** Where the ledger says it stands, as its topic has it. */
    public static ConsumerRecord<String, byte[]> standing(Fill fill, long version, FillStanding.Status status) {
        var standing = new FillStanding(fill.id(), fill.account(), fill.reportDate(), version, status, null, null);
        return new ConsumerRecord<>("test", 0, 0, standing.event().toString(), ContractJson.write(standing));
    }

    /** The same execution as a statement tells it. */
    public static Fill confirmed(Fill fill, String execId) {
        var commission = fill.commission();
        return fill(
                fill.account().value(),
                EventId.of(fill.account(), "fill", execId),
                execId,
                fill.occurredAt(),
                fill.instrument(),
                fill.quantity().toString(),
                fill.price().amount().toPlainString(),
                commission == null ? "-1" : commission.amount().toPlainString(),
                fill.fact().statedAt().plus(Duration.ofHours(10)),
                false);
    }

    private static Fill fill(
            String account,
            EventId id,
            String execId,
            Instant at,
            Instrument instrument,
            String units,
            String price,
            @Nullable String commission,
            Instant statedAt,
            boolean provisional) {
        var day = LocalDate.ofInstant(at, Market.NEW_YORK);
        var source = new Source(FRAME, "gateway", "execDetails", 4711);
        return new Fill(
                new Fact(id, AccountId.of(account), day, at, true, statedAt, false, provisional, source),
                new FillIds(null, null, execId, "1"),
                instrument,
                null,
                day,
                null,
                Quantity.of(units),
                usd(price),
                usd(price)
                        .times(Quantity.of(units))
                        .times(instrument.multiplier())
                        .negated(),
                commission == null ? null : usd(commission),
                null,
                null,
                null,
                null,
                new BrokerFigures(null, null, null, null, null));
    }

    public static Value value(String account, String date, String at, String total) {
        return value(account, date, at, hkd(total));
    }

    public static Value value(String account, String date, Instant at, String total) {
        return new Value(account, date, at, hkd(total));
    }

    public static Value value(String account, String date, String at, Money total) {
        return new Value(account, date, Market.newYork(at), total);
    }

    public static FxRate rate(String rate) {
        return new FxRate(USD, HKD, new BigDecimal(rate), FxRate.Source.GATEWAY);
    }

    /** A live value, built up. */
    public static final class Value {
        private final AccountId account;
        private final LocalDate date;
        private final Instant at;
        private final Money total;
        private final SortedMap<String, Money> components = new TreeMap<>();
        private final SortedMap<String, Money> changes = new TreeMap<>();
        private final List<Balance> cash = new ArrayList<>();
        private final List<Holding> positions = new ArrayList<>();
        private final List<Caveat> caveats = new ArrayList<>();

        private Value(String account, String date, Instant at, Money total) {
            this.account = AccountId.of(account);
            this.date = LocalDate.parse(date);
            this.at = at;
            this.total = total;
        }

        public Value component(String name, String amount) {
            components.put(name, hkd(amount));
            return this;
        }

        public Value dailyPnl(String amount) {
            changes.put("dailyPnl", hkd(amount));
            return this;
        }

        public Value cash(Money amount, FxRate rate) {
            cash.add(new Balance(amount, rate));
            return this;
        }

        public Value held(Instrument instrument, String units, String mark, FxRate rate) {
            var value = usd(mark).times(Quantity.of(units)).times(instrument.multiplier());
            positions.add(
                    new Holding(instrument, Quantity.of(units), usd(mark), MarkSource.GATEWAY, value, value, rate));
            return this;
        }

        public Value caveat(String code, String text) {
            caveats.add(new Caveat(code, text));
            return this;
        }

        public Value unmarked(Instrument instrument) {
            caveats.add(new Caveat(
                    Caveat.MARK_MISSING, "no mark from the gateway: " + instrument.symbol(), instrument.id()));
            return this;
        }

        public NavSnapshot says() {
            return new NavSnapshot(
                    account,
                    date,
                    NavSnapshot.Kind.LIVE,
                    at,
                    at.toEpochMilli() * 1000,
                    total,
                    null,
                    components,
                    changes,
                    null,
                    cash,
                    List.of(),
                    positions,
                    null,
                    caveats,
                    List.of(new Source(FRAME, "gateway", "NetLiquidation", 4712)));
        }
    }
}
