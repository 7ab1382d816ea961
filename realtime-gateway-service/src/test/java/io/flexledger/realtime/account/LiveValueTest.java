package io.flexledger.realtime.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.EntryDetail.MarkSource;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.realtime.account.LiveValue.Telling;
import io.flexledger.realtime.message.Contract;
import io.flexledger.realtime.message.Incoming;
import io.flexledger.realtime.message.Incoming.AccountValue;
import io.flexledger.realtime.message.Incoming.PortfolioItem;
import io.flexledger.realtime.message.Incoming.PositionHeld;
import io.flexledger.realtime.message.Incoming.PositionsEnd;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LiveValueTest {

    private static final String ACCOUNT = "U7654321";
    private static final Instant NOW = Instant.parse("2025-07-17T18:30:00Z");
    private static final CurrencyCode USD = CurrencyCode.of("USD");
    private static final Contract SPY =
            new Contract(756733, "SPY", "STK", null, BigDecimal.ZERO, null, null, "ARCA", "USD", "SPY", "SPY");

    private final AccountImages images = new AccountImages(request -> request == 4 ? ACCOUNT : null);
    private Map<CurrencyCode, BigDecimal> configured = Map.of();

    /** 1,000 dollars and 100 SPY at 627.5, with 50 Hong Kong dollars: 63,750 x 7.85 + 50 = 500,487.5. */
    private void wholeImage() {
        hear(value("NetLiquidation", "500487.5", "HKD"));
        hear(value("CashBalance", "1000", "USD"));
        hear(value("CashBalance", "50", "HKD"));
        hear(value("CashBalance", "7900", "BASE"));
        hear(value("StockMarketValue", "492587.5", "BASE"));
        hear(value("ExchangeRate", "7.85", "USD"));
        hear(value("ExchangeRate", "1.00", "HKD"));
        hear(portfolio("100", "627.5"));
    }

    @Test
    void totalIsTheBrokersInTheAccountsOwnCurrency() {
        wholeImage();

        assertThat(value().orElseThrow().total()).isEqualTo(Money.of("500487.5", "HKD"));
        assertThat(value().orElseThrow().kind()).isEqualTo(NavSnapshot.Kind.LIVE);
    }

    @Test
    void partsAddUpToTheTotal() {
        wholeImage();

        assertThat(value().orElseThrow().components())
                .containsOnly(
                        Map.entry("cash", Money.of("7900", "HKD")), Map.entry("stock", Money.of("492587.5", "HKD")));
    }

    @Test
    void whatNoPartExplainsIsAPartOfItsOwn() {
        wholeImage();
        hear(value("NetLiquidation", "500490", "HKD"));

        assertThat(value().orElseThrow().components()).containsEntry("other", Money.of("2.5", "HKD"));
    }

    @Test
    void positionIsWorthItsUnitsAtTheGatewaysMarkAndRate() {
        wholeImage();

        assertThat(value().orElseThrow().positions()).singleElement().satisfies(held -> {
            assertThat(held.quantity()).isEqualTo(Quantity.of("100"));
            assertThat(held.value()).isEqualTo(Money.of("62750", "USD"));
            assertThat(held.markSource()).isEqualTo(MarkSource.GATEWAY);
            assertThat(held.costBasis()).isEqualTo(Money.of("62000", "USD"));
            assertThat(held.rate().source()).isEqualTo(FxRate.Source.GATEWAY);
            assertThat(held.base()).isEqualTo(Money.of("492587.5", "HKD"));
        });
    }

    @Test
    void aConfiguredRateWinsAndIsNamed() {
        wholeImage();
        configured = Map.of(USD, new BigDecimal("7.8"));

        assertThat(value().orElseThrow().cash())
                .extracting(balance -> balance.rate().source())
                .containsExactly(FxRate.Source.IDENTITY, FxRate.Source.CONFIGURED);
    }

    @Test
    void withoutAnyRateABalanceIsLeftOutAndNamed() {
        hear(value("NetLiquidation", "500487.5", "HKD"));
        hear(value("CashBalance", "1000", "USD"));

        assertThat(value().orElseThrow().cash()).isEmpty();
        assertThat(value().orElseThrow().caveats()).extracting(Caveat::code).containsExactly("FX_RATE_MISSING");
    }

    @Test
    void aPositionWithoutMarkIsNamedNotValuedAtNothing() {
        hear(value("NetLiquidation", "500487.5", "HKD"));
        hear(new PositionHeld(ACCOUNT, SPY, new BigDecimal("100"), new BigDecimal("620")));

        assertThat(value().orElseThrow().positions()).isEmpty();
        assertThat(value().orElseThrow().caveats()).extracting(Caveat::code).containsExactly("MARK_MISSING");
    }

    @Test
    void aChangedPositionKeepsItsMark() {
        wholeImage();
        hear(new PositionHeld(ACCOUNT, SPY, new BigDecimal("40"), new BigDecimal("620")));

        assertThat(value().orElseThrow().positions())
                .singleElement()
                .satisfies(held -> assertThat(held.value()).isEqualTo(Money.of("25100", "USD")));
    }

    @Test
    void aClosedPositionIsGone() {
        wholeImage();
        hear(portfolio("0", "627.5"));

        assertThat(value().orElseThrow().positions()).isEmpty();
    }

    @Test
    void aPositionThatIsNotToldWithTheOthersAnyMoreIsGone() {
        wholeImage();
        hear(held("100"));
        hear(new PositionsEnd());
        hear(held("100"));
        hear(new PositionsEnd());
        assertThat(value().orElseThrow().positions()).hasSize(1);

        hear(new PositionsEnd());

        assertThat(value().orElseThrow().positions()).isEmpty();
    }

    @Test
    void resultsAreTheGatewaysOwn() {
        wholeImage();
        hear(new Incoming.ProfitAndLoss(4, new BigDecimal("-12.5"), null, new BigDecimal("0")));

        assertThat(value().orElseThrow().changes())
                .containsOnly(
                        Map.entry("dailyPnl", Money.of("-12.5", "HKD")),
                        Map.entry("realizedPnl", Money.of("0", "HKD")));
    }

    @Nested
    class Margin {

        /**
         * The total comes first, as the gateway sends it; each figure stands for the account and for its two segments.
         */
        private void segmented(String key, String whole, String securities, String commodities) {
            hear(value(key, whole, "HKD"));
            hear(value(key + "-S", securities, "HKD"));
            hear(value(key + "-C", commodities, "HKD"));
        }

        @Test
        void isThatOfTheWholeAccountInItsOwnCurrency() {
            wholeImage();
            segmented("MaintMarginReq", "125000.10", "120000.10", "5000.00");
            segmented("ExcessLiquidity", "375487.40", "370487.40", "5000.00");

            assertThat(value().orElseThrow().margin())
                    .isEqualTo(new NavSnapshot.Margin(Money.of("125000.1", "HKD"), Money.of("375487.4", "HKD")));
        }

        @Test
        void mayBeOverdrawn() {
            wholeImage();
            hear(value("MaintMarginReq", "600000", "HKD"));
            hear(value("ExcessLiquidity", "-99512.5", "HKD"));

            assertThat(value().orElseThrow().margin())
                    .isEqualTo(new NavSnapshot.Margin(Money.of("600000", "HKD"), Money.of("-99512.5", "HKD")));
        }

        @Test
        void changesWithWhatTheGatewaySays() {
            wholeImage();
            hear(value("MaintMarginReq", "125000", "HKD"));
            hear(value("ExcessLiquidity", "375487.5", "HKD"));
            hear(value("MaintMarginReq", "480000", "HKD"));
            hear(value("ExcessLiquidity", "20487.5", "HKD"));

            assertThat(value().orElseThrow().margin())
                    .isEqualTo(new NavSnapshot.Margin(Money.of("480000", "HKD"), Money.of("20487.5", "HKD")));
        }

        @Test
        void isUnknownWhereOneFigureIsMissing() {
            wholeImage();
            segmented("MaintMarginReq", "125000", "125000", "0");
            hear(value("ExcessLiquidity-S", "375487.5", "HKD"));

            assertThat(value().orElseThrow().margin()).isNull();

            images.clear();
            wholeImage();
            segmented("ExcessLiquidity", "375487.5", "375487.5", "0");
            hear(value("FullMaintMarginReq", "125000", "HKD"));
            hear(value("MaintMarginReq-S", "125000", "HKD"));

            assertThat(value().orElseThrow().margin()).isNull();
        }

        @Test
        void isUnknownInAnotherCurrency() {
            wholeImage();
            hear(value("MaintMarginReq", "16000", "USD"));
            hear(value("ExcessLiquidity", "47800", "USD"));
            hear(value("MaintMarginReq", "16000", "BASE"));
            hear(value("ExcessLiquidity", "47800", null));

            assertThat(value().orElseThrow().margin()).isNull();
        }

        @Test
        void isUnknownWhereItIsNoAmount() {
            wholeImage();
            hear(value("MaintMarginReq", "n/a", "HKD"));
            hear(value("ExcessLiquidity", "375487.5", "HKD"));

            assertThat(value().orElseThrow().margin()).isNull();
        }
    }

    @Nested
    class NoValue {

        @Test
        void beforeATotalHasCome() {
            hear(value("CashBalance", "1000", "USD"));

            assertThat(value()).isEmpty();
        }

        @Test
        void whileTheBrokersServerStartsAnew() {
            wholeImage();
            hear(value("AccountReady", "false", null));
            hear(value("NetLiquidation", "12", "HKD"));

            assertThat(value()).isEmpty();

            hear(value("AccountReady", "true", null));
            hear(value("NetLiquidation", "500487.5", "HKD"));
            assertThat(value().orElseThrow().total()).isEqualTo(Money.of("500487.5", "HKD"));
        }

        @Test
        void ofWhatWasToldWhileItStartedAnew() {
            wholeImage();
            hear(value("AccountReady", "false", null));
            hear(value("NetLiquidation", "12", "HKD"));
            hear(portfolio("100", "0.01"));
            hear(value("AccountReady", "true", null));

            assertThat(value().orElseThrow().total()).isEqualTo(Money.of("500487.5", "HKD"));
            assertThat(value().orElseThrow().positions())
                    .extracting(NavSnapshot.Holding::value)
                    .containsExactly(Money.of("62750", "USD"));
        }

        @Test
        void ofAnotherSessionsImage() {
            wholeImage();
            images.clear();

            assertThat(images.all()).isEmpty();
        }
    }

    @Test
    void sayingTheSameAgainIsNoChange() {
        wholeImage();

        assertThat(images.hear(value("CashBalance", "1000", "USD"), NOW)).isEmpty();
        assertThat(images.hear(portfolio("100", "627.5"), NOW)).isEmpty();
        assertThat(images.hear(portfolio("100", "627.6"), NOW)).contains(ACCOUNT);
    }

    private void hear(Incoming message) {
        images.hear(message, NOW);
    }

    private Optional<NavSnapshot> value() {
        return new LiveValue(configured)
                .of(
                        AccountId.of(ACCOUNT),
                        images.find(ACCOUNT).orElseThrow(),
                        new Telling(LocalDate.of(2025, 7, 17), NOW, 1, List.of(), List.of()));
    }

    private static Incoming value(String key, String text, @Nullable String currency) {
        return new AccountValue(key, text, currency, ACCOUNT);
    }

    private static Incoming held(String units) {
        return new PositionHeld(ACCOUNT, SPY, new BigDecimal(units), new BigDecimal("620"));
    }

    private static Incoming portfolio(String units, String mark) {
        return new PortfolioItem(
                SPY, new BigDecimal(units), new BigDecimal(mark), null, new BigDecimal("620"), null, null, ACCOUNT);
    }
}
