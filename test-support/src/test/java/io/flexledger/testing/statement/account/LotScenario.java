package io.flexledger.testing.statement.account;

import static java.math.BigDecimal.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.testing.statement.account.Execution.Order;
import io.flexledger.testing.statement.account.Execution.Reason;
import io.flexledger.testing.statement.account.Instrument.Option;
import io.flexledger.testing.statement.account.Instrument.Right;
import io.flexledger.testing.statement.account.Instrument.Stock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Words for trading one share and its options in a book. */
final class LotScenario {

    static final Stock SHARE = new Stock("1", "SPY", "SHARE", "USD", "ARCA", "US78462F1030", "ETF", ZERO);

    private static final LocalDate DAY = LocalDate.of(2025, 7, 17);

    private final AccountBook book =
            new AccountBook(new Identifiers(0, 0, 0, 0), DAY.minusDays(1), Map.of(), new Rates("USD", Map.of()));
    private final List<Fill> fills = new ArrayList<>();
    private int second;

    LotScenario() {
        book.openDay(DAY, new Rates("USD", Map.of()));
    }

    static Option call(String strike) {
        return new Option("2", SHARE, DAY, new BigDecimal(strike), Right.CALL);
    }

    static Option put(String strike) {
        return new Option("3", SHARE, DAY, new BigDecimal(strike), Right.PUT);
    }

    LotScenario trade(Instrument instrument, String quantity, String price, String commission) {
        LocalDateTime time = DAY.atTime(10, 0).plusSeconds(second++);
        fills.add(book.trade(new Execution(
                instrument,
                time,
                new BigDecimal(quantity),
                new BigDecimal(price),
                new BigDecimal(commission),
                ZERO,
                "ARCA",
                Reason.TRADE,
                new Order("7", "MKT", time, false, false),
                null)));
        return this;
    }

    LotScenario deliver(Option option, String contracts, String charge) {
        fills.addAll(book.deliver(option, new BigDecimal(contracts), new BigDecimal(charge)));
        return this;
    }

    LotScenario expire(Option option) {
        fills.add(book.expire(option));
        return this;
    }

    LotScenario thenRealized(String... results) {
        assertThat(fills.stream().map(fill -> plain(fill.realized()))).containsExactly(results);
        return this;
    }

    LotScenario thenLastCost(String cost) {
        assertThat(plain(fills.getLast().cost())).isEqualTo(cost);
        return this;
    }

    LotScenario thenLastEffect(Fill.Effect effect) {
        assertThat(fills.getLast().effect()).isEqualTo(effect);
        return this;
    }

    /** Lots as {@code quantity@cost}. */
    LotScenario thenLots(String... lots) {
        assertThat(book.openLots().stream().map(lot -> plain(lot.quantity()) + "@" + plain(lot.cost())))
                .containsExactly(lots);
        return this;
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
