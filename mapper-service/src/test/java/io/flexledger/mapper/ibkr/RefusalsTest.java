package io.flexledger.mapper.ibkr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.flexledger.contracts.event.CashEvent.CashFlow;
import io.flexledger.contracts.event.ReferenceEvent.RowAccount;
import io.flexledger.contracts.event.ReferenceEvent.StatementRead;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.mapper.ibkr.row.RowLimits;
import io.flexledger.mapper.reading.Drift;
import io.flexledger.mapper.reading.Drift.Kind;
import io.flexledger.mapper.reading.Outcome;
import io.flexledger.mapper.reading.RawRecord;
import io.flexledger.mapper.reading.Reason;
import io.flexledger.mapper.reading.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    @Nested
    class BadRows {

        private static final String LONG_ACCOUNT =
                "A23456789012345678901234567890123456789012345678901234567890123456789";

        private final MappedStatement statement = MappedStatement.file("bad-rows.xml");

        @Test
        void onlyTheBadRowsAreRefused() {
            assertThat(statement.mapping().rows()).isEqualTo(new RowAccount(17, 2, 0, 15, 0));
            assertThat(statement.only(CashFlow.class).transactionId()).isEqualTo("10");
        }

        @Test
        void eachSaysWhatWasWrongWithIt() {
            assertThat(statement.rejections())
                    .extracting(Rejection::ordinal, Rejection::reason, Rejection::field, Rejection::value)
                    .containsExactly(
                            tuple(1, Reason.BAD_NUMBER, "amount", "1,000.00"),
                            tuple(2, Reason.BAD_NUMBER, "amount", "NaN"),
                            tuple(3, Reason.BAD_NUMBER, "amount", "1E400"),
                            tuple(4, Reason.MISSING_VALUE, "amount", null),
                            tuple(5, Reason.MISSING_COLUMN, "amount", null),
                            tuple(6, Reason.BAD_CURRENCY, "currency", "usd"),
                            tuple(7, Reason.BAD_DATE, "reportDate", "BADDATE"),
                            tuple(8, Reason.NO_REPORT_DATE, "reportDate", "2025-07-01..2025-07-31"),
                            tuple(9, Reason.AMBIGUOUS_DATE, "reportDate", "04/05/25"),
                            tuple(11, Reason.DUPLICATE_KEY, null, duplicate()),
                            tuple(13, Reason.CONTRADICTION, "quantity", "0"),
                            tuple(14, Reason.CONTRADICTION, "quantity", "SELL 5"),
                            tuple(15, Reason.UNKNOWN_INSTRUMENT, "conid", null),
                            tuple(16, Reason.MISSING_COLUMN, "tradePrice", null),
                            tuple(17, Reason.BAD_ACCOUNT, "accountId", LONG_ACCOUNT));
        }

        @Test
        void andWhatToDo() {
            assertThat(statement.rejections()).allSatisfy(rejection -> {
                assertThat(rejection.expectation()).isNotBlank();
                assertThat(rejection.nextStep()).isNotBlank();
            });
            assertThat(statement.rejections().get(4).nextStep())
                    .isEqualTo("select amount in section CashTransactions of the Flex query");
        }

        @Test
        void theRowStaysAsEvidence() {
            assertThat(statement.rows().getFirst())
                    .extracting(RawRecord::outcome, RawRecord::reason)
                    .containsExactly(Outcome.REJECTED, "BAD_NUMBER");
        }

        private String duplicate() {
            return statement.only(CashFlow.class).id().toString();
        }
    }

    @Nested
    class UnknownThings {

        private final MappedStatement statement = MappedStatement.file("unknown-things.xml");

        @Test
        void areCountedAndKept() {
            assertThat(statement.mapping().rows()).isEqualTo(new RowAccount(8, 2, 0, 0, 6));
            assertThat(statement.rows()).hasSize(8);
            assertThat(statement.mapping().sections())
                    .containsEntry("BrandNewSection", 2)
                    .containsEntry("EmptyNewSection", 0);
        }

        @Test
        void areNamed() {
            assertThat(statement.mapping().drift())
                    .containsOnly(
                            Map.entry(new Drift(Kind.SECTION, "BrandNewSection", "BrandNewSection", null), 1),
                            Map.entry(new Drift(Kind.SECTION, "EmptyNewSection", "EmptyNewSection", null), 1),
                            Map.entry(new Drift(Kind.ATTRIBUTE, "CashTransactions", "sparkle", null), 2),
                            Map.entry(new Drift(Kind.VALUE, "CashTransactions", "type", "Moon Dividend"), 1),
                            Map.entry(new Drift(Kind.VALUE, "CashTransactions", "levelOfDetail", "HOLISTIC"), 1),
                            Map.entry(new Drift(Kind.ELEMENT, "CashTransactions", "SomethingElse", null), 1),
                            Map.entry(new Drift(Kind.ELEMENT, "Trades", "Whisper", null), 1),
                            Map.entry(new Drift(Kind.ATTRIBUTE, "Trades", "volume", null), 1),
                            Map.entry(new Drift(Kind.VALUE, "Trades", "transactionType", "QuantumTrade"), 1),
                            Map.entry(new Drift(Kind.VALUE, "Trades", "notes", "ZZ"), 1),
                            Map.entry(new Drift(Kind.VALUE, "Trades", "openCloseIndicator", "?"), 1));
        }

        @Test
        void passThroughWhereTheyCan() {
            assertThat(statement.only(CashFlow.class).cashType()).isEqualTo("Moon Dividend");
            assertThat(statement.only(Fill.class).notes()).containsExactly("P", "ZZ");
        }

        @Test
        void anEndlessVarietyIsCountedUnderOneName() {
            StringBuilder xml =
                    new StringBuilder("<FlexStatement fromDate='20250717' toDate='20250717'><CashTransactions>");
            for (int i = 0; i < 3_000; i++) {
                xml.append("<CashTransaction currency='USD' amount='1' transactionID='")
                        .append(i)
                        .append("' type='T")
                        .append(i)
                        .append("'/>");
            }
            MappedStatement many = MappedStatement.of(
                    xml.append("</CashTransactions></FlexStatement>").toString());

            assertThat(many.mapping().drift())
                    .hasSize(1_001)
                    .containsEntry(new Drift(Kind.VALUE, "(more)", "(more)", null), 2_000);
        }
    }

    @Nested
    class WholeArtifacts {

        @Test
        void aBrokenTailRefusesTheArtifactAndNeverThrows() {
            MappedStatement broken = MappedStatement.of(
                    "<FlexStatement fromDate='20250717' toDate='20250717'><CashTransactions><CashTransaction currency='USD' amount='1'");

            assertThat(broken.mapping().isReadable()).isFalse();
            assertThat(broken.refusal().reason()).isEqualTo(Reason.UNPARSEABLE);
            assertThat(broken.events(StatementRead.class)).isEmpty();
        }

        @Test
        void everyCutOfAStatementIsRefused() {
            byte[] whole = MappedStatement.bytes("cash.xml");
            int end =
                    new String(whole, StandardCharsets.UTF_8).indexOf("</FlexStatement>") + "</FlexStatement>".length();

            for (int length = 0; length < end; length++) {
                MappedStatement cut = MappedStatement.of(Arrays.copyOf(whole, length), MappedStatement.SETTINGS);
                assertThat(cut.mapping().isReadable())
                        .as("first %d bytes", length)
                        .isFalse();
            }
        }

        @Test
        void moreBytesThanDeclaredAreRefused() {
            byte[] bytes = MappedStatement.bytes("cash.xml");
            MapperSettings small = new MapperSettings(
                    Map.of(), Map.of(), CurrencyCode.of("HKD"), RowLimits.DEFAULT.withTotalBytes(1_000));

            assertThat(MappedStatement.of(bytes, small).refusal().reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
        }
    }

    @Nested
    class Dates {

        @Test
        void theWholeFileTellsDayFromMonth() {
            MappedStatement statement = MappedStatement.file("day-first.xml");

            assertThat(statement.events(CashFlow.class))
                    .extracting(CashFlow::reportDate)
                    .extracting(Object::toString)
                    .containsExactly("2025-06-05", "2025-05-30");
        }
    }

    @Nested
    class BaseCurrency {

        @Test
        void theStatementItselfDecides() {
            assertThat(rate("<ChangeInNAV currency='EUR' startingValue='0' endingValue='0'/>", "0.9"))
                    .hasToString("USD EUR 0.9");
        }

        @Test
        void theDefaultServesWhereNobodySaid() {
            assertThat(rate("", "7.8")).hasToString("USD HKD 7.8");
        }

        @Test
        void aRateOfOneShowsThatTheDefaultIsWrong() {
            assertThat(rate("", "1")).hasToString("USD USD 1");
        }

        @Test
        void anotherRateOfTheDefaultCurrencyShowsItToo() {
            MappedStatement statement = statement("", "0.128", "HKD");

            assertThat(statement.only(CashFlow.class).fxRate()).isNull();
            assertThat(statement.mapping().drift())
                    .containsKey(
                            new Drift(Kind.VALUE, "CashTransactions", "fxRateToBase", "not 1 for the base currency"));
        }

        @Test
        void zeroIsNoRate() {
            assertThat(statement("", "0", "USD").only(CashFlow.class).fxRate()).isNull();
        }

        private String rate(String before, String rate) {
            FxRate stated = Objects.requireNonNull(
                    statement(before, rate, "USD").only(CashFlow.class).fxRate());
            return stated.from() + " " + stated.to() + " " + stated.rate();
        }

        private MappedStatement statement(String before, String rate, String currency) {
            return MappedStatement.of("<FlexStatement fromDate='20250717' toDate='20250717'>" + before
                    + "<CashTransactions><CashTransaction currency='" + currency + "' amount='1' type='Dividends'"
                    + " transactionID='1' fxRateToBase='" + rate + "'/></CashTransactions></FlexStatement>");
        }
    }
}
