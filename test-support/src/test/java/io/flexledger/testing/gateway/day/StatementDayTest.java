package io.flexledger.testing.gateway.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.flexledger.testing.gateway.account.SimulatedAccount;
import io.flexledger.testing.gateway.day.Happening.Closed;
import io.flexledger.testing.gateway.day.Happening.Filled;
import io.flexledger.testing.gateway.day.Happening.Settled;
import io.flexledger.testing.gateway.script.Fill;
import io.flexledger.testing.gateway.wire.AccountEncoder.Holding;
import io.flexledger.testing.gateway.wire.AccountEncoder.Value;
import io.flexledger.testing.gateway.wire.Contract;
import io.flexledger.testing.gateway.wire.Execution;
import io.flexledger.testing.gateway.wire.OrderProgress;
import io.flexledger.testing.gateway.wire.PlacedOrder;
import io.flexledger.testing.gateway.wire.Trade;
import io.flexledger.testing.gateway.wire.Trade.Side;
import io.flexledger.testing.statement.StatementSpec;
import io.flexledger.testing.statement.account.MarketCalendar;
import io.flexledger.testing.statement.sample.Samples;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** 18 July 2025 of the sample account: an assignment, an expiry, an overnight cover, two short options that expire at once. */
class StatementDayTest {

    private static final LocalDate FRIDAY = LocalDate.of(2025, 7, 18);

    private final PlayedDay friday =
            new StatementFiles(Samples.directory()).of(FRIDAY).getFirst();

    private List<Fill> fills() {
        return friday.happenings().stream()
                .filter(Filled.class::isInstance)
                .map(happening -> ((Filled) happening).fill())
                .toList();
    }

    private static String rate(SimulatedAccount account, String currency) {
        return account.values().stream()
                .filter(value ->
                        value.key().equals("ExchangeRate") && value.currency().equals(currency))
                .map(Value::value)
                .findFirst()
                .orElse("none");
    }

    @Nested
    class Opening {

        @Test
        void isTheEveningBefore() {
            // The statement of 17 July ends at 79,754.810699235.
            assertThat(friday.account().netAssetValue()).isEqualTo("79754.81");
            assertThat(friday.account().holdings())
                    .extracting(held -> held.contract().localSymbol(), Holding::position, Holding::price)
                    .containsExactlyInAnyOrder(
                            tuple("SPY   250717P00626000", new BigDecimal("-1"), BigDecimal.ZERO),
                            tuple("SPY   250717C00628000", new BigDecimal("-1"), new BigDecimal("0.04")));
        }

        @Test
        void knowsTheRatesOfTheEveningBeforeAlone() {
            // 7.8491 is of 17 July, 7.8472 of 18 July.
            assertThat(rate(friday.account(), "USD")).isEqualTo("7.8491");
        }

        @Test
        void withoutADayBeforeFollowsFromTheDayItself() {
            PlayedDay alone = new StatementFiles(Path.of(Samples.directory().toString(), Samples.QUIET_AFTER))
                    .of(LocalDate.of(2025, 7, 21))
                    .getFirst();
            PlayedDay chained = new StatementFiles(Samples.directory())
                    .of(LocalDate.of(2025, 7, 21))
                    .getFirst();

            assertThat(alone.account().holdings())
                    .extracting(held -> held.contract().conId(), Holding::position)
                    .isEqualTo(chained.account().holdings().stream()
                            .map(held -> tuple(held.contract().conId(), held.position()))
                            .toList());
            assertThat(alone.account().netAssetValue())
                    .isEqualTo(chained.account().netAssetValue());
        }
    }

    @Test
    void executionsAreTheStatementsOwn() {
        assertThat(fills()).hasSize(3);
        Fill cover = fills().getFirst();

        assertThat(cover.execId()).matches("0000f1ed\\.[0-9a-f]{8}\\.01\\.01");
        assertThat(cover.side()).isEqualTo(Side.BOT);
        assertThat(cover.shares()).isEqualTo("100");
        assertThat(cover.price()).isEqualTo("629.45");
        // 01:15:49 in New York's summer
        assertThat(cover.time()).isEqualTo(Instant.parse("2025-07-18T05:15:49Z"));
        // ibCommission -1.0027
        assertThat(cover.charge().amount()).isEqualTo("1.0027");
        assertThat(cover.charge().currency()).isEqualTo("USD");
    }

    @Test
    void derivativesHaveTheNamesOfTheGateway() {
        Contract put = fills().get(1).contract();

        assertThat(put.symbol()).isEqualTo("SPY");
        assertThat(put.secType()).isEqualTo("OPT");
        assertThat(put.lastTradeDate()).isEqualTo("20250718");
        assertThat(put.strike()).isEqualTo("626");
        assertThat(put.right()).isEqualTo("P");
        assertThat(put.multiplier()).isEqualTo("100");
    }

    @Test
    void bookingsWithoutAnExecutionMoveThePosition() {
        assertThat(friday.happenings().stream().filter(Settled.class::isInstance))
                .hasSize(5)
                .first()
                .extracting(Happening::time)
                .isEqualTo(Instant.parse("2025-07-17T20:20:00Z"));
    }

    @Test
    void dayEndsWithThePositionsAndTheValueOfTheStatement() {
        SimulatedAccount account = lived(friday);

        assertThat(account.holdings().stream().map(Holding::position))
                .allSatisfy(position -> assertThat(position).isEqualByComparingTo("0"));
        assertThat(friday.happenings().getLast())
                .isInstanceOfSatisfying(
                        Closed.class,
                        closed -> assertThat(closed.netAssetValue()).isEqualTo("79231.03"));
    }

    @Test
    void everyGeneratedDayEndsWithWhatTheNextBeginsWith() {
        GeneratedDays days = new GeneratedDays(
                StatementSpec.seeded(3).withDays(LocalDate.of(2025, 7, 1), 12).withTrades(96));
        LocalDate date = days.after(LocalDate.EPOCH).orElseThrow();
        PlayedDay before = days.of(date).getFirst();
        while (days.after(date).isPresent()) {
            date = days.after(date).orElseThrow();
            PlayedDay next = days.of(date).getFirst();
            assertThat(held(lived(before))).isEqualTo(held(next.account()));
            boolean traded = next.happenings().stream().anyMatch(Filled.class::isInstance);
            assertThat(traded).isEqualTo(MarketCalendar.isTradingDay(date));
            before = next;
        }
        assertThat(date).isEqualTo(LocalDate.of(2025, 7, 16));
        assertThat(days.of(LocalDate.of(2025, 7, 5))).isEmpty();
    }

    private static List<String> held(SimulatedAccount account) {
        return account.holdings().stream()
                .filter(held -> held.position().signum() != 0)
                .map(held -> held.contract().conId() + " "
                        + held.position().stripTrailingZeros().toPlainString())
                .toList();
    }

    private static SimulatedAccount lived(PlayedDay day) {
        for (Happening happening : day.happenings()) {
            switch (happening) {
                case Filled filled ->
                    day.account().book(execution(filled.fill()), filled.fill().charge());
                case Settled settled ->
                    day.account()
                            .settle(
                                    settled.booking().contract(),
                                    trade(settled.booking()),
                                    settled.booking().charge());
                case Happening.Paid paid -> day.account().pay(paid.currency(), paid.amount());
                case Closed closed -> closed.marks().forEach(day.account()::mark);
            }
        }
        return day.account();
    }

    private static Trade trade(Fill fill) {
        return new Trade(fill.side(), fill.shares(), fill.price(), Objects.requireNonNull(fill.time()), fill.venue());
    }

    private static Execution execution(Fill fill) {
        return new Execution(
                Objects.requireNonNull(fill.execId()),
                fill.account(),
                fill.contract(),
                trade(fill),
                PlacedOrder.of(1, 1),
                OrderProgress.NONE,
                2,
                false);
    }
}
