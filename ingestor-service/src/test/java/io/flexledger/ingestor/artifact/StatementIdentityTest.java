package io.flexledger.ingestor.artifact;

import static io.flexledger.ingestor.FlexText.report;
import static io.flexledger.ingestor.FlexText.statementOf;
import static io.flexledger.ingestor.artifact.Scans.identified;
import static io.flexledger.ingestor.artifact.Scans.scanned;
import static io.flexledger.ingestor.artifact.Scans.unidentified;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.ingestor.artifact.FoundStatement.Identified;
import io.flexledger.ingestor.artifact.FoundStatement.Unidentified;
import io.flexledger.ingestor.refusal.RefusalCode;
import java.io.IOException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementIdentityTest {

    @Nested
    class AmbiguousDates {

        @Test
        void areSettledByAnyDateOfTheFile() throws IOException {
            var text = report().statement(statementOf(
                    "U1", "04/07/25", "", "<Trade tradeDate='03/07/25;101500' reportDate='17/07/25'/>"));

            assertThat(identified(text.toString()).from()).isEqualTo("2025-07-04");
        }

        @Test
        void areSettledByTheOrderOfTheirDays() throws IOException {
            var text = report().statement(
                            "<FlexStatement accountId='U1' fromDate='05/01/25' toDate='04/02/25' whenGenerated='20250720'/>");

            assertThat(identified(text.toString()).periodKey()).isEqualTo("2025-01-05/2025-02-04");
        }

        @Test
        void areSettledByTheTimeOfGeneration() throws IOException {
            var text = report().statement(
                            "<FlexStatement accountId='U1' fromDate='04/05/25' toDate='04/05/25' whenGenerated='20250406'/>");

            assertThat(identified(text.toString()).from()).isEqualTo("2025-04-05");
        }

        @Test
        void areRejectedWhenNothingSettlesThem() throws IOException {
            var text = report().statement(
                            "<FlexStatement accountId='U1' fromDate='04/05/25' toDate='04/05/25' whenGenerated='20250720'/>");

            assertThat(unidentified(text.toString()).code()).isEqualTo(RefusalCode.AMBIGUOUS_DATE);
        }

        @Test
        void areHarmlessWhenBothReadingsAgree() throws IOException {
            var text = report().statement(
                            "<FlexStatement accountId='U1' fromDate='05/05/25' toDate='05/05/25' whenGenerated='20250720'/>");

            assertThat(identified(text.toString()).from()).isEqualTo("2025-05-05");
        }
    }

    @Nested
    class Accounts {

        @ParameterizedTest
        @ValueSource(strings = {"accountId=''", "accountId='-'", ""})
        void comeFromTheirOwnSectionFirst(String attribute) throws IOException {
            var text = report().statement(
                            "<FlexStatement " + attribute + " fromDate='20250718' toDate='20250718'>"
                                    + "<Trade accountId='-'/><Trade accountId='U1'/><AccountInformation accountId='U2'/></FlexStatement>");

            assertThat(identified(text.toString()).account().value()).isEqualTo("U2");
            assertThat(scanned(text.toString()).remarks().getFirst())
                    .isEqualTo("statement 1 names no account; filed under U2, the first of U2, U1 its rows name");
        }

        @Test
        void comeFromTheFirstRowElse() throws IOException {
            var text = report().statement(
                            "<FlexStatement fromDate='20250718' toDate='20250718' whenGenerated='20250719'>"
                                    + "<Trade accountId=''/><Trade accountId='U3'/></FlexStatement>");

            assertThat(identified(text.toString()).account().value()).isEqualTo("U3");
            assertThat(scanned(text.toString()).remarks())
                    .containsExactly("statement 1 names no account; its rows belong to U3");
        }

        @Test
        void thatNobodyNamesRejectTheStatementAlone() throws IOException {
            var text = report().statement(
                            "<FlexStatement accountId='' fromDate='20250718' toDate='20250718'><Trade/></FlexStatement>")
                    .statement("U1", "20250718");

            var found = scanned(text.toString()).statements();

            assertThat(((Unidentified) found.getFirst()).refusal().code()).isEqualTo(RefusalCode.MISSING_ACCOUNT);
            assertThat(found.getLast()).isInstanceOf(Identified.class);
        }

        @Test
        void withoutEndAreRejected() throws IOException {
            var text = report().statement("U".repeat(65), "20250718");

            assertThat(unidentified(text.toString()).detail()).contains("65 characters", "at most 64");
        }
    }

    @Nested
    class Periods {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "fromDate='garbage' toDate='20250718'",
                    "fromDate='20250718' toDate='20250717'",
                    "fromDate='20250230' toDate='20250230'"
                })
        void thatMakeNoSenseRejectTheStatement(String dates) throws IOException {
            var text = report().statement("<FlexStatement accountId='U1' " + dates + "/>");

            assertThat(unidentified(text.toString()).code()).isEqualTo(RefusalCode.MISSING_PERIOD);
        }

        @Test
        void withOneEndAreOneDay() throws IOException {
            var text = report().statement("<FlexStatement accountId='U1' toDate='20250718'/>");

            assertThat(identified(text.toString()).periodKey()).isEqualTo("2025-07-18");
        }
    }
}
