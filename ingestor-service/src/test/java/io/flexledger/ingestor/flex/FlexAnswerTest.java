package io.flexledger.ingestor.flex;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.ingestor.refusal.RefusalCode;
import io.flexledger.ingestor.refusal.RefusedException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlexAnswerTest {

    private static final String URL =
            "https://gdcdyn.interactivebrokers.com/AccountManagement/FlexWebService/GetStatement";

    @Nested
    class Receipt {

        @ParameterizedTest
        @ValueSource(strings = {"Url", "url"})
        void tellsWhereTheReportIsFetched(String element) throws RefusedException {
            var answer = read("<FlexStatementResponse timestamp='28 August, 2012 10:37 AM EDT'><Status>Success</Status>"
                    + "<ReferenceCode>1234567890</ReferenceCode><" + element + ">" + URL + "</" + element + ">"
                    + "</FlexStatementResponse>");

            assertThat(answer.timestamp()).isEqualTo("28 August, 2012 10:37 AM EDT");
            assertThat(answer.status()).isEqualTo("Success");
            assertThat(answer.reference()).isEqualTo("1234567890");
            assertThat(answer.url()).isEqualTo(URL);
            assertThat(answer.code()).isEmpty();
            assertThat(answer.message()).isEmpty();
            assertThat(answer.isReceipt()).isTrue();
        }

        @Test
        void isNoError() throws RefusedException {
            var refusal = read("<FlexStatementResponse><Status>Success</Status><ReferenceCode>123</ReferenceCode>"
                            + "</FlexStatementResponse>")
                    .refusal();

            assertThat(refusal.code()).isEqualTo(RefusalCode.NOT_A_STATEMENT);
            assertThat(refusal.detail())
                    .isEqualTo("The file is the receipt for a requested report (reference code 123), not the report"
                            + " itself.");
        }
    }

    @Nested
    class Complaint {

        @Test
        void isNamedWithCodeMessageAndWhatToDo() throws RefusedException {
            var answer = read("<FlexStatementResponse timestamp='28 August, 2025 10:37 AM EDT'><Status>Warn</Status>"
                    + "<ErrorCode>1019</ErrorCode><ErrorMessage>Statement generation in\n progress.</ErrorMessage>"
                    + "</FlexStatementResponse>");

            assertThat(answer.status()).isEqualTo("Warn");
            assertThat(answer.isReceipt()).isFalse();
            assertThat(answer.refusal().code()).isEqualTo(RefusalCode.FLEX_ERROR_ANSWER);
            assertThat(answer.refusal().detail())
                    .isEqualTo("The broker answered with error 1019 instead of a report: Statement generation in"
                            + " progress. The report was still being made when it was fetched.");
            assertThat(answer.refusal().nextStep()).isEqualTo("Wait a minute and download the report again.");
        }

        @Test
        void isNamedWhateverTheOrderOfItsElements() throws RefusedException {
            var refusal = read("<FlexStatementResponse><ErrorMessage>Token has expired.</ErrorMessage>"
                            + "<ErrorCode> 1012 </ErrorCode><Status>Fail</Status></FlexStatementResponse>")
                    .refusal();

            assertThat(refusal.detail())
                    .isEqualTo("The broker answered with error 1012 instead of a report: Token has expired.");
            assertThat(refusal.nextStep()).startsWith("Make a new token");
        }

        @Test
        void isNamedWhenNobodyKnowsItsCode() throws RefusedException {
            var refusal = read("<FlexStatementResponse><Status>Fail</Status><ErrorCode>1002</ErrorCode>"
                            + "</FlexStatementResponse>")
                    .refusal();

            assertThat(refusal.detail()).isEqualTo("The broker answered with error 1002 instead of a report.");
            assertThat(refusal.nextStep()).contains("guide");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<FlexStatementResponse/>",
                    "<FlexStatementResponse></FlexStatementResponse>",
                    "<FlexStatementResponse timestamp=''> <Status/> <ErrorCode></ErrorCode> <ErrorMessage/> </FlexStatementResponse>"
                })
        void mayBeEmpty(String text) throws RefusedException {
            assertThat(read(text).refusal().detail())
                    .isEqualTo("The broker answered with an error instead of a report.");
        }

        @Test
        void isShownWithinReason() throws RefusedException {
            var answer = read("<FlexStatementResponse><ErrorMessage>" + "x".repeat(5_000)
                    + "</ErrorMessage></FlexStatementResponse>");

            assertThat(answer.message()).hasSize(5_000);
            assertThat(answer.refusal().detail()).hasSizeLessThan(1_100);
        }
    }

    @Nested
    class Text {

        @Test
        void isReadWithoutTheWhiteSpaceAroundAndInsideIt() throws RefusedException {
            var answer = read("""
                    <?xml version="1.0" encoding="utf-8"?>

                    <FlexStatementResponse timestamp="
                        27 March, 2026\t10:00 AM EST ">
                      <Status>
                        Warn
                      </Status>
                      <ErrorCode>
                        1018</ErrorCode>
                      <ErrorMessage>Too   many
                        requests</ErrorMessage>
                    </FlexStatementResponse>

                    """);

            assertThat(answer.timestamp()).isEqualTo("27 March, 2026 10:00 AM EST");
            assertThat(answer.status()).isEqualTo("Warn");
            assertThat(answer.code()).isEqualTo("1018");
            assertThat(answer.message()).isEqualTo("Too many requests");
        }

        @Test
        void isReadThroughReferencesSectionsAndComments() throws RefusedException {
            var answer = read("<FlexStatementResponse><ErrorMessage>a &amp; b &#38; <!-- no --><![CDATA[<c>]]> d"
                    + "</ErrorMessage></FlexStatementResponse>");

            assertThat(answer.message()).isEqualTo("a & b & <c> d");
        }

        @Test
        void isReadInTheEncodingOfTheDocument() throws RefusedException {
            var text = "<?xml version='1.0' encoding='ISO-8859-1'?><FlexStatementResponse><ErrorMessage>Größe"
                    + "</ErrorMessage></FlexStatementResponse>";

            assertThat(FlexAnswer.read(text.getBytes(ISO_8859_1), ISO_8859_1).message())
                    .isEqualTo("Größe");
        }
    }

    @Nested
    class Stranger {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    // More than is known.
                    "<FlexStatementResponse version='4'><Retry after='5'><Status>no</Status>later</Retry><Status>Warn</Status><ErrorCode severity='1'>1019</ErrorCode><Url2/></FlexStatementResponse>",
                    // Namespaces of any kind.
                    "<FlexStatementResponse xmlns='urn:flex'><Status>Warn</Status><ErrorCode>1019</ErrorCode></FlexStatementResponse>",
                    "<f:FlexStatementResponse xmlns:f='urn:flex'><f:Status>Warn</f:Status><f:ErrorCode>1019</f:ErrorCode></f:FlexStatementResponse>",
                    "<FlexStatementResponse xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:noNamespaceSchemaLocation='http://127.0.0.1:1/x.xsd'><Status>Warn</Status><ErrorCode>1019</ErrorCode></FlexStatementResponse>",
                    // Types that would not be an answer.
                    "<FlexStatementResponse xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xmlns:xs='http://www.w3.org/2001/XMLSchema' xsi:type='xs:string'><Status>Warn</Status><ErrorCode>1019</ErrorCode></FlexStatementResponse>",
                    "<FlexStatementResponse xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil='true'><Status xsi:nil='true'>Warn</Status><ErrorCode xsi:type='none'>1019</ErrorCode></FlexStatementResponse>"
                })
        void changesNothing(String text) throws RefusedException {
            var answer = read(text);

            assertThat(answer.status()).isEqualTo("Warn");
            assertThat(answer.code()).isEqualTo("1019");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<FlexStatementResponse><Status>Warn</Stat",
                    "<FlexStatementResponse><Status>&x;</Status></FlexStatementResponse>",
                    "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><FlexStatementResponse><Status>&x;</Status></FlexStatementResponse>",
                    "<!DOCTYPE a [<!ENTITY x 'expanded'>]><FlexStatementResponse><Status>&x;</Status></FlexStatementResponse>"
                })
        void isRefusedWhenBroken(String text) {
            assertThatThrownBy(() -> read(text))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            e -> assertThat(e.refusal().code()).isEqualTo(RefusalCode.MALFORMED_XML));
        }
    }

    private static FlexAnswer read(String text) throws RefusedException {
        return FlexAnswer.read(text.getBytes(UTF_8), UTF_8);
    }
}
