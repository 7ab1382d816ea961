package io.flexledger.ingestor.artifact;

import static io.flexledger.ingestor.FlexText.report;
import static io.flexledger.ingestor.artifact.Scans.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.ingestor.refusal.RefusalCode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedDocumentTest {

    @Test
    void emptyFileIsNamed() throws IOException {
        assertThat(refusal("").code()).isEqualTo(RefusalCode.EMPTY_FILE);
        assertThat(refusal(" \r\n\t ").code()).isEqualTo(RefusalCode.EMPTY_FILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><html><body>Log in</body></html>",
                "\n\n<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">\n<HTML>",
                "<html>",
                "<?xml version=\"1.0\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><body/></html>"
            })
    void webPageIsNamed(String page) throws IOException {
        assertThat(refusal(page).code()).isEqualTo(RefusalCode.HTML_PAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"ClientAccountID\",\"AccountAlias\",\"Model\"\n\"U1\",\"\",\"\"\n",
                "ClientAccountID;AccountAlias;Model\nU1;;\n",
                "\ufeffBOF,U1,Daily,1\n"
            })
    void csvIsNamed(String csv) throws IOException {
        assertThat(refusal(csv).code()).isEqualTo(RefusalCode.CSV_NOT_SUPPORTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%PDF-1.7, and, more | is a PDF document",
                "{\"a\": 1, \"b\": 2, \"c\": 3} | looks like JSON",
                "Please log in | begins with 'Please log in' instead of '<'"
            })
    void whatIsNotXmlIsNamedAsFarAsKnown(String text, String said) throws IOException {
        assertThat(refusal(text).code()).isEqualTo(RefusalCode.NOT_XML);
        assertThat(refusal(text).detail()).contains(said);
    }

    @Test
    void otherXmlIsNamedByItsRoot() throws IOException {
        assertThat(refusal("<Trades><Trade/></Trades>").code()).isEqualTo(RefusalCode.NOT_A_STATEMENT);
        assertThat(refusal("<Trades><Trade/></Trades>").detail()).contains("<Trades>");
    }

    @Test
    void reportWithoutStatementsIsNamed() throws IOException {
        assertThat(refusal(report().toString()).code()).isEqualTo(RefusalCode.NO_STATEMENTS);
    }
}
