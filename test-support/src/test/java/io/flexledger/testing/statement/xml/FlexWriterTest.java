package io.flexledger.testing.statement.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.testing.statement.account.Instrument.Option;
import io.flexledger.testing.statement.account.Instrument.Right;
import io.flexledger.testing.statement.simulation.Listings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlexWriterTest {

    private static final Layout LAYOUT = Layout.of("Thing", "symbol description weight=0.0", "strike expiry putCall");

    @Test
    void writesEveryColumnInOrderAndEscapes() throws IOException {
        Row row = LAYOUT.row().set("description", "S&P \"500\" <ETF>");

        assertThat(written(row))
                .isEqualTo("<Thing symbol=\"\" description=\"S&amp;P &quot;500&quot; &lt;ETF&gt;\" weight=\"0.0\""
                        + " strike=\"\" expiry=\"\" putCall=\"\" />\n");
    }

    @Test
    void fillsTheColumnsOfAnOptionThatTheLayoutHas() throws IOException {
        Option option =
                Listings.option(Listings.stock("SPY"), LocalDate.of(2025, 7, 17), new BigDecimal("628"), Right.CALL);

        assertThat(written(LAYOUT.row().instrument(option)))
                .isEqualTo("<Thing symbol=\"SPY   250717C00628000\" description=\"SPY 17JUL25 628 C\" weight=\"0.0\""
                        + " strike=\"628\" expiry=\"20250717\" putCall=\"C\" />\n");
    }

    private static String written(Row row) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FlexWriter out = new FlexWriter(bytes)) {
            out.row(row);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void refusesAColumnTheLayoutLacks() {
        assertThatThrownBy(() -> LAYOUT.row().set("colour", "red"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Thing has no column colour");
    }

    @ParameterizedTest
    @CsvSource({
        "1.500,1.5",
        "100,100",
        "1E+3,1000",
        "0.00,0",
        "-0.0000000004,0",
        "79498.6816015944,79498.681601594",
        "-414.7261001225,-414.726100122"
    })
    void amountsHaveAtMostNineDecimals(String amount, String text) {
        assertThat(FlexText.amount(new BigDecimal(amount))).isEqualTo(text);
    }

    @Test
    void timesCarryTheEasternZoneOfTheirSeason() {
        assertThat(FlexText.dateTime(LocalDateTime.of(2025, 7, 17, 12, 46, 37))).isEqualTo("20250717;124637 EDT");
        assertThat(FlexText.dateTime(LocalDateTime.of(2025, 1, 17, 9, 30, 5))).isEqualTo("20250117;093005 EST");
    }
}
