package io.flexledger.ledger.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.CashEvent.CashFlow;
import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.TradeEvent.BrokerFigures;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.event.TradeEvent.FillCancelled;
import io.flexledger.contracts.event.TradeEvent.FillIds;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.ledger.day.Facts;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final FxRate RATE = new FxRate(Facts.USD, Facts.HKD, new BigDecimal("7.85"), FxRate.Source.ROW);
    private static final Instrument SPY = Facts.stock("SPY");
    private static final FillIds IDS = new FillIds("1", null, null, null);
    private static final CashFlow FLOW = Facts.cash("2025-07-14", "Dividends", Money.of("10", "USD"));

    @Test
    void whatANewerVersionDoesNotSayStaysAsAnOlderOneSaidWhicheverCameFirst() {
        var older = stated(flow("10", RATE), "2025-07-15T00:00:00Z", false);
        var olderButLate = stated(flow("10", RATE), "2025-07-15T00:00:00Z", true);
        var newer = stated(flow("11", null), "2025-07-16T00:00:00Z", false);

        var expected = flow("11", RATE);
        assertThat(History.current(List.of(older, newer))).containsExactly(expected);
        assertThat(History.current(List.of(newer, olderButLate))).containsExactly(expected);
    }

    @Test
    void whatAFullerVersionSelectedOfAFillSurvivesANarrowerOne() {
        var full = fill(true, Money.of("-1.05", "USD"), Money.of("-0.02", "USD"), List.of("A"));
        var narrow = fill(null, null, null, null);

        var current = History.current(
                List.of(stated(full, "2025-07-15T00:00:00Z", false), stated(narrow, "2025-07-16T00:00:00Z", false)));

        assertThat(current).containsExactly(full);
    }

    @Test
    void ofACancellationToo() {
        var full = cancelled(Money.of("1.05", "USD"), Money.of("0.02", "USD"));
        var narrow = cancelled(null, null);

        var current = History.current(
                List.of(stated(full, "2025-07-15T00:00:00Z", false), stated(narrow, "2025-07-16T00:00:00Z", false)));

        assertThat(current).containsExactly(full);
    }

    private static Fill fill(
            @Nullable Boolean bookEntry,
            @Nullable Money commission,
            @Nullable Money taxes,
            @Nullable List<String> notes) {
        return new Fill(
                FLOW.fact(),
                IDS,
                SPY,
                bookEntry,
                FLOW.reportDate(),
                null,
                Quantity.of("10"),
                Money.of("600", "USD"),
                Money.of("-6000", "USD"),
                commission,
                taxes,
                null,
                null,
                notes,
                new BrokerFigures(null, null, null, null, null));
    }

    private static FillCancelled cancelled(@Nullable Money commission, @Nullable Money taxes) {
        return new FillCancelled(
                FLOW.fact(),
                IDS,
                SPY,
                null,
                "81",
                Quantity.of("-10"),
                Money.of("600", "USD"),
                Money.of("6000", "USD"),
                commission,
                taxes,
                null);
    }

    private static CashFlow flow(String amount, @Nullable FxRate rate) {
        return new CashFlow(FLOW.fact(), null, FLOW.cashType(), Money.of(amount, "USD"), rate, null, null, null, null);
    }

    private static Stated stated(CanonicalEvent event, String at, boolean superseded) {
        return new Stated(
                event.id(),
                Instant.parse(at),
                "a".repeat(64),
                superseded,
                new String(ContractJson.write(event), StandardCharsets.UTF_8));
    }
}
