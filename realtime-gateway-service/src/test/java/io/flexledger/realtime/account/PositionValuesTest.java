package io.flexledger.realtime.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.EntryDetail.MarkSource;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.realtime.account.AccountImage.Held;
import io.flexledger.realtime.account.LiveValue.Telling;
import io.flexledger.realtime.message.Contract;
import io.flexledger.realtime.message.Incoming;
import io.flexledger.realtime.message.Incoming.AccountValueMulti;
import io.flexledger.realtime.message.Incoming.PortfolioItem;
import io.flexledger.realtime.message.Incoming.PositionHeld;
import io.flexledger.realtime.message.Incoming.PositionProfitAndLoss;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Of a log-in with several accounts, whose positions are valued one by one. */
class PositionValuesTest {

    private static final String ACCOUNT = "U7654321";
    private static final Instant NOW = Instant.parse("2025-07-17T18:30:00Z");
    private static final int SPY_REQUEST = 90_300_000;
    private static final int CALL_REQUEST = 90_300_001;
    private static final Contract SPY =
            new Contract(756733, "SPY", "STK", null, BigDecimal.ZERO, null, null, "ARCA", "USD", "SPY", "SPY");
    private static final Contract CALL = new Contract(
            675811965,
            "SPY",
            "OPT",
            "20250718",
            new BigDecimal("628"),
            "C",
            "100",
            null,
            "USD",
            "SPY   250718C00628000",
            "SPY");
    private static final Contract TENCENT =
            new Contract(222222, "700", "STK", null, BigDecimal.ZERO, null, null, "SEHK", "HKD", "700", "700");

    private final AccountImages images = new AccountImages(_ -> null);

    @BeforeEach
    void worth() {
        hear(figure("NetLiquidation", "500487.5", "HKD"));
        hear(figure("ExchangeRate", "7.85", "USD"));
        hear(figure("ExchangeRate", "1.00", "HKD"));
    }

    @Nested
    class Marks {

        /** 100 at 627.5 that cost 620 each. */
        @Test
        void areTheValueOfAUnit() {
            holds(SPY, "100", "620");
            told(SPY_REQUEST, "100", "750", "62750");

            assertThat(mark(SPY)).isEqualTo("627.50000000");
        }

        /** 2 short calls at 4.1, times 100, sold for 350.7 each: -820 + 701.4 unrealized -118.6. */
        @Test
        void areWithoutTheMultiplierAlsoOfAShortPosition() {
            holds(SPY, "100", "620");
            holds(CALL, "-2", "350.7");
            told(CALL_REQUEST, "-2", "-118.6", "-820");

            assertThat(mark(CALL)).isEqualTo("4.10000000");
            assertThat(mark(SPY)).isNull();
        }

        @Test
        void areOfAUnitStillWhenThereAreOthers() {
            holds(SPY, "100", "620");
            told(SPY_REQUEST, "100", "750", "62750");
            holds(SPY, "40", "620");
            assertThat(mark(SPY)).isEqualTo("627.50000000");

            told(SPY_REQUEST, "40", "320", "25120");
            assertThat(mark(SPY)).isEqualTo("628.00000000");
        }

        @Test
        void areGoneWithThePosition() {
            holds(SPY, "100", "620");
            told(SPY_REQUEST, "100", "750", "62750");
            holds(SPY, "0", "0");
            told(SPY_REQUEST, "100", "751", "62751");
            holds(SPY, "5", "630");

            assertThat(mark(SPY)).isNull();
        }

        @Test
        void stayWhileNoValueIsTold() {
            holds(SPY, "100", "620");
            told(SPY_REQUEST, "100", "750", "62750");
            told(SPY_REQUEST, "100", null, null);

            assertThat(mark(SPY)).isEqualTo("627.50000000");
        }

        @Test
        void areGoneWhereThePositionIsSaidToBeNone() {
            holds(SPY, "100", "620");
            told(SPY_REQUEST, "100", "750", "62750");
            told(SPY_REQUEST, "0", "0", "0");

            assertThat(mark(SPY)).isNull();
        }

        @Test
        void ofAPortfolioWin() {
            hear(new PositionHeld(ACCOUNT, SPY, new BigDecimal("100"), new BigDecimal("620")));
            hear(new PortfolioItem(SPY, new BigDecimal("100"), new BigDecimal("629"), null, null, null, null, ACCOUNT));
            told(SPY_REQUEST, "100", "750", "62750");

            assertThat(mark(SPY)).isEqualTo("629");
        }

        @Test
        void areNotToldByARequestOfNoPosition() {
            holds(SPY, "100", "620");
            told(CALL_REQUEST, "100", "750", "62750");
            told(90_200_000, "100", "750", "62750");

            assertThat(mark(SPY)).isNull();
        }

        @Test
        void areForgottenWithTheSession() {
            holds(SPY, "100", "620");
            told(SPY_REQUEST, "100", "750", "62750");
            images.clear();
            worth();
            holds(CALL, "-2", "350.7");
            told(SPY_REQUEST, "-2", "-118.6", "-820");

            assertThat(mark(CALL)).isEqualTo("4.10000000");
        }
    }

    /** 62,750 dollars are 492,587.5 Hong Kong dollars, 750 are 5,887.5; -820 are -6,437, -118.6 are -931.01. */
    @Nested
    class Currency {

        @Test
        void ofValuesInTheAccountsOwnIsSeenByTheirCost() {
            holds(SPY, "100", "620");
            told(SPY_REQUEST, "100", "5887.5", "492587.5");

            assertThat(mark(SPY)).isEqualTo("627.50000000");
        }

        @Test
        void ofWhatIsUnrealizedMayBeAnother() {
            holds(SPY, "100", "6200");
            told(SPY_REQUEST, "100", "-4374412.5", "62750");

            assertThat(mark(SPY)).isEqualTo("627.50000000");
        }

        @Test
        void isTheSameForAllPositionsOfAnAccount() {
            holds(SPY, "100", "620");
            holds(CALL, "-2", "0");
            told(CALL_REQUEST, "-2", "-6437", "-6437");
            assertThat(mark(CALL)).isNull();

            told(SPY_REQUEST, "100", "5887.5", "492587.5");
            assertThat(mark(CALL)).isEqualTo("4.10000000");
        }

        @Test
        void ofTheAccountNeedsNoCost() {
            holds(TENCENT, "300", null);
            told(SPY_REQUEST, "300", null, "150000");

            assertThat(mark(TENCENT)).isEqualTo("500.00000000");
        }

        @Test
        void withoutARateHasNoMark() {
            images.clear();
            hear(figure("NetLiquidation", "500487.5", "HKD"));
            holds(SPY, "100", "620");
            told(SPY_REQUEST, "100", "750", "62750");
            assertThat(mark(SPY)).isNull();

            hear(figure("ExchangeRate", "7.85", "USD"));
            assertThat(mark(SPY)).isEqualTo("627.50000000");
        }
    }

    @Nested
    class Value {

        @Test
        void isThatOfEveryPosition() {
            holds(SPY, "100", "620");
            holds(CALL, "-2", "350.7");
            told(SPY_REQUEST, "100", "750", "62750");
            told(CALL_REQUEST, "-2", "-118.6", "-820");

            assertThat(snapshot().caveats()).isEmpty();
            assertThat(snapshot().positions())
                    .hasSize(2)
                    .allSatisfy(held -> assertThat(held.markSource()).isEqualTo(MarkSource.GATEWAY));
            assertThat(snapshot().positions().getFirst().mark()).isEqualTo(Money.of("627.5", "USD"));
            assertThat(snapshot().positions().getLast().value()).isEqualTo(Money.of("-820", "USD"));
            assertThat(snapshot().positions().getLast().quantity()).isEqualTo(Quantity.of("-2"));
            assertThat(images.isMarked(ACCOUNT)).isTrue();
        }

        @Test
        void namesWhatHasNoMark() {
            holds(SPY, "100", "620");
            holds(CALL, "-2", "350.7");
            told(SPY_REQUEST, "100", "750", "62750");

            assertThat(snapshot().positions()).hasSize(1);
            assertThat(snapshot().caveats())
                    .containsExactly(new Caveat(
                            Caveat.MARK_MISSING,
                            "no mark from the gateway: SPY   250718C00628000",
                            InstrumentId.conid("675811965")));
            assertThat(images.isMarked(ACCOUNT)).isFalse();
        }

        @Test
        void isNewsOnlyWhenItIsAnother() {
            holds(SPY, "100", "620");

            assertThat(images.hear(result(SPY_REQUEST, "100", "750", "62750", "1"), NOW))
                    .hasValue(ACCOUNT);
            assertThat(images.hear(result(SPY_REQUEST, "100", "750", "62750", "2"), NOW))
                    .isEmpty();
            assertThat(images.hear(result(SPY_REQUEST, "100", "760", "62760", "2"), NOW))
                    .hasValue(ACCOUNT);
        }
    }

    private void holds(Contract contract, String units, @Nullable String averageCost) {
        hear(new PositionHeld(ACCOUNT, contract, new BigDecimal(units), number(averageCost)));
    }

    private void told(int requestId, String units, @Nullable String unrealized, @Nullable String value) {
        hear(result(requestId, units, unrealized, value, "12.5"));
    }

    private static Incoming result(
            int requestId, String units, @Nullable String unrealized, @Nullable String value, String daily) {
        return new PositionProfitAndLoss(
                requestId, new BigDecimal(units), new BigDecimal(daily), number(unrealized), null, number(value));
    }

    private void hear(Incoming message) {
        images.hear(message, NOW);
    }

    private @Nullable String mark(Contract contract) {
        Map<Integer, Held> positions = images.find(ACCOUNT).orElseThrow().positions();
        BigDecimal mark =
                Objects.requireNonNull(positions.get(contract.conId())).mark();
        return mark == null ? null : mark.toPlainString();
    }

    private NavSnapshot snapshot() {
        return new LiveValue(Map.of())
                .of(
                        AccountId.of(ACCOUNT),
                        images.find(ACCOUNT).orElseThrow(),
                        new Telling(LocalDate.of(2025, 7, 17), NOW, 1, List.of(), List.of()))
                .orElseThrow();
    }

    private static Incoming figure(String key, String text, String currency) {
        return new AccountValueMulti(90_100_000, ACCOUNT, null, key, text, currency);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
