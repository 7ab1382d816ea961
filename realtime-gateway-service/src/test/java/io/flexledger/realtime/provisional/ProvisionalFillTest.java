package io.flexledger.realtime.provisional;

import static io.flexledger.realtime.frame.Written.CALLS_SOLD;
import static io.flexledger.realtime.frame.Written.COST;
import static io.flexledger.realtime.frame.Written.kept;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.calendar.MarketCalendar;
import io.flexledger.contracts.event.OptionTerms.Right;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.realtime.frame.FrameBook;
import io.flexledger.realtime.frame.FrameBook.TracedFill;
import io.flexledger.realtime.frame.FrameReader;
import io.flexledger.realtime.frame.KeptFrame;
import io.flexledger.realtime.provisional.ProvisionalFill.Origin;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvisionalFillTest {

    private static final Instant TOLD = Instant.parse("2026-06-11T13:31:04Z");
    private static final AccountId ACCOUNT = AccountId.of("DU9000001");

    private final ProvisionalFill provisional = new ProvisionalFill(new ReportDays(MarketCalendar.newYork()));

    @Test
    void isAFactOfTheAccountNamedByItsExecution() {
        Fill fill = told(kept(1, CALLS_SOLD)).orElseThrow();

        assertThat(fill.fact().provisional()).isTrue();
        assertThat(fill.id()).isEqualTo(EventId.of(ACCOUNT, "execution", "0000e0d5.6669b1a3.01"));
        assertThat(fill.reportDate()).isEqualTo(LocalDate.of(2026, 6, 11));
        assertThat(fill.occurredAt()).isEqualTo(Instant.parse("2026-06-11T13:31:02Z"));
        assertThat(fill.fact().timed()).isTrue();
        assertThat(fill.fact().statedAt()).isEqualTo(TOLD);
        assertThat(fill.ids().execId()).isEqualTo("0000e0d5.6669b1a3.01.01");
        assertThat(fill.ids().transactionId()).isNull();
    }

    @Test
    void namesTheFrameAsItsSource() {
        KeptFrame frame = kept(41, CALLS_SOLD);

        assertThat(told(frame).orElseThrow().fact().source())
                .satisfies(source -> assertThat(source.artifact()).isEqualTo(frame.id()))
                .satisfies(source -> assertThat(source.query()).isEqualTo("gateway"))
                .satisfies(source -> assertThat(source.section()).isEqualTo("execDetails"))
                .satisfies(source -> assertThat(source.ordinal()).isEqualTo(41));
    }

    /** 2 x 171.35 x 100 came in. */
    @Test
    void aSaleIsNegativeUnitsAndCashIn() {
        Fill fill = told(kept(1, CALLS_SOLD)).orElseThrow();

        assertThat(fill.quantity()).isEqualTo(Quantity.of("-2"));
        assertThat(fill.price()).isEqualTo(Money.of("171.35", "USD"));
        assertThat(fill.proceeds()).isEqualTo(Money.of("34270", "USD"));
    }

    @Test
    void describesTheContractAsAStatementDoes() {
        var instrument = told(kept(1, CALLS_SOLD)).orElseThrow().instrument();

        assertThat(instrument.id().value()).isEqualTo("conid:675811965");
        assertThat(instrument.symbol()).isEqualTo("AAPL  260618C00100000");
        assertThat(instrument.multiplier()).isEqualByComparingTo("100");
        assertThat(instrument.option()).satisfies(terms -> {
            assertThat(terms.right()).isEqualTo(Right.CALL);
            assertThat(terms.strike()).isEqualByComparingTo("100");
            assertThat(terms.expiry()).isEqualTo(LocalDate.of(2026, 6, 18));
            assertThat(terms.underlyingSymbol()).isEqualTo("AAPL");
        });
    }

    @Test
    void anUnknownCommissionIsAbsentAndAKnownOneIsACost() {
        assertThat(told(kept(1, CALLS_SOLD)).orElseThrow().commission()).isNull();
        assertThat(told(kept(1, CALLS_SOLD), kept(2, COST)).orElseThrow().commission())
                .isEqualTo(Money.of("-1.0003", "USD"));
    }

    @Test
    void aRebateComesIn() {
        assertThat(told(kept(1, CALLS_SOLD), kept(2, COST.replace("|1.0003|", "|-0.25|")))
                        .orElseThrow()
                        .commission())
                .isEqualTo(Money.of("0.25", "USD"));
    }

    @Test
    void isDatedByItsReceptionWhereItsTimeIsUnknown() {
        Fill fill = told(kept(1, CALLS_SOLD.replace("20260611-13:31:02", "20260611 09:31:02 Mars/Olympus")))
                .orElseThrow();

        assertThat(fill.fact().timed()).isFalse();
        assertThat(fill.reportDate()).isEqualTo(LocalDate.of(2026, 6, 11));
        assertThat(fill.occurredAt()).isEqualTo(Instant.parse("2026-06-11T04:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "'|C|100|CBOE|', '|C||CBOE|'", // an option without a multiplier
        "|C|100|CBOE|, |?|100|CBOE|", // neither call nor put
        "|20260618|, |202606|", // a month is no day
        "|SLD|2|, |SLD|0|", // no units
        "|CBOE|USD|, |CBOE||", // no currency
    })
    void isNotToldWhereAUnitCannotBeValued(String written, String changed) {
        assertThat(told(kept(1, CALLS_SOLD.replaceFirst(Pattern.quote(written), changed))))
                .isEmpty();
    }

    @Test
    void aShareIsOneUnitWhateverTheGatewaySaysOfMultipliers() {
        String shares = CALLS_SOLD.replace(
                "|OPT|20260618|100.0|C|100|CBOE|USD|AAPL  260618C00100000|", "|STK||0.0|||IEX|USD|AAPL|");

        assertThat(told(kept(1, shares)).orElseThrow().proceeds()).isEqualTo(Money.of("342.7", "USD"));
    }

    private Optional<Fill> told(KeptFrame... frames) {
        TracedFill traced =
                new FrameBook(new FrameReader()).fills(List.of(frames)).getFirst();
        return provisional.of(
                traced.fill(),
                new Origin(
                        traced.naturalKey(),
                        traced.frame().source(),
                        traced.frame().frame().receivedAt(),
                        TOLD));
    }
}
