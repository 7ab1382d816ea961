package io.flexledger.mapper.ibkr.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.flexledger.mapper.reading.Outcome;
import io.flexledger.mapper.reading.RawRecord;
import io.flexledger.mapper.reading.Reason;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowReaderTest {

    private static final RowLimits LIMITS = new RowLimits(5, 10, 100, 1_000, 20, 1_000_000);

    @Test
    void rowsAreCountedThroughAllSections() throws Exception {
        List<RawRecord> rows = read("""
                <FlexStatement accountId="U1"><AccountInformation accountId="U1"/><Trades><Trade a="1"/><Trade a="2"></Trade>
                </Trades><OptionEAE><OptionEAE a="3"/></OptionEAE></FlexStatement>""");

        assertThat(rows)
                .extracting(RawRecord::ordinal, RawRecord::section, RawRecord::element)
                .containsExactly(
                        tuple(1, "AccountInformation", "AccountInformation"),
                        tuple(2, "Trades", "Trade"),
                        tuple(3, "Trades", "Trade"),
                        tuple(4, "OptionEAE", "OptionEAE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "windows-1252"})
    void aRowIsFoundByItsBytes(String charset) throws Exception {
        Charset encoding = Charset.forName(charset);
        String xml =
                "<FlexStatement accountId='Ü'><Trades>\r\n  <Trade a='Zürich' b='1'/>\n<!-- é -->\t<Trade a='ß'>\n</Trade>"
                        + "<Trade a='&lt;é'/></Trades></FlexStatement>";
        byte[] bytes = xml.getBytes(encoding);

        List<RawRecord> rows = read(new ByteArrayInputStream(bytes), charset, LIMITS);

        assertThat(rows)
                .extracting(row -> new String(bytes, (int) row.byteOffset(), row.byteLength(), encoding))
                .containsExactly("<Trade a='Zürich' b='1'/>", "<Trade a='ß'>", "<Trade a='&lt;é'/>")
                .isEqualTo(rows.stream().map(RawRecord::xml).toList());
    }

    @Test
    void aSectionWithoutRowsIsPresent() throws Exception {
        RowReader reader = open("<FlexStatement><Trades/><CashTransactions>\n</CashTransactions></FlexStatement>");

        assertThat(reader.next()).isNull();
        assertThat(reader.sections()).containsEntry("Trades", 0).containsEntry("CashTransactions", 0);
    }

    @Test
    void aRowWithChildrenIsKeptAsItsStartTag() throws Exception {
        List<RawRecord> rows = read(
                "<FlexStatement><Trades><Account id='1'> <Trade a='2'/><Trade/></Account></Trades></FlexStatement>");

        assertThat(rows).extracting(RawRecord::xml).containsExactly("<Account id='1'>", "<Trade a='2'/>", "<Trade/>");
    }

    @Test
    void aMillionRowsNeedTheMemoryOfAFew() throws Exception {
        String text = "<Trade a='1' b='2' c='3'/>";
        InputStream rows = new SequenceInputStream(Collections.enumeration(List.of(
                stream("<FlexStatement><Trades>"), repeated(text, 1_000_000), stream("</Trades></FlexStatement>"))));
        RowLimits limits = new RowLimits(5, 10, 100, 1_000, 1_000_000, 1_000_000_000);

        try (RowReader reader = new RowReader(rows, "UTF-8", limits)) {
            RawRecord last = null;
            for (Row row = reader.next(); row != null; row = reader.next()) {
                last = row.record(Outcome.MAPPED, null);
            }
            long offset = "<FlexStatement><Trades>".length() + 999_999L * text.length();
            assertThat(last)
                    .isEqualTo(new RawRecord(
                            1_000_000, "Trades", "Trade", offset, text.length(), text, Outcome.MAPPED, null));
        }
    }

    @Test
    void aRowIsValidUntilTheNextIsRead() throws Exception {
        RowReader reader =
                open("<FlexStatement><Trades><Trade a='1' b='2'/><Trade a='3' b='4'/></Trades></FlexStatement>");
        Row first = Objects.requireNonNull(reader.next());
        assertThat(first.value("a")).isEqualTo("1");
        reader.next();

        assertThat(first.value("a")).isEqualTo("1");
        assertThatThrownBy(() -> first.value("b")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> first.record(Outcome.MAPPED, null)).isInstanceOf(IllegalStateException.class);
    }

    @Nested
    class Refused {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "not xml",
                    "<FlexStatement>",
                    "<FlexStatement><Trades><Trade a='1'/></Trades>",
                    "<FlexStatement><Trades></FlexStatement>",
                    "<FlexStatement><Trade a='1' a='2'/></FlexStatement>",
                    "<FlexStatement/>more",
                    "<FlexStatement><Trade a='&#0;'/></FlexStatement>",
                    "<FlexQueryResponse><FlexStatement/></FlexQueryResponse>",
                    "<!DOCTYPE FlexStatement [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><FlexStatement><T a='&x;'/></FlexStatement>",
                    "<!DOCTYPE FlexStatement SYSTEM 'http://127.0.0.1:1/x.dtd'><FlexStatement/>",
                    "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
                            + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]><FlexStatement><T>&c;</T></FlexStatement>",
                    "<FlexStatement><T>&x;</T></FlexStatement>",
                })
        void whatIsNoStatement(String xml) {
            refused(stream(xml), LIMITS, Reason.UNPARSEABLE);
        }

        @Test
        void aCharsetOfSeveralBytes() {
            assertThatThrownBy(() -> read(stream("<FlexStatement/>"), "UTF-16LE", LIMITS))
                    .isInstanceOf(UnreadableStatementException.class);
        }

        @Test
        void tooDeep() {
            refused(
                    stream("<FlexStatement><a><b><c><d><e/></d></c></b></a></FlexStatement>"),
                    LIMITS,
                    Reason.LIMIT_EXCEEDED);
        }

        @Test
        void tooManyAttributes() {
            refused(
                    stream(
                            "<FlexStatement><T a='' b='' c='' d='' e='' f='' g='' h='' i='' j='' k=''/></FlexStatement>"),
                    LIMITS,
                    Reason.LIMIT_EXCEEDED);
        }

        @Test
        void aMillionAttributes() {
            InputStream xml = new SequenceInputStream(Collections.enumeration(
                    List.of(stream("<FlexStatement><T "), numbered(1_000_000), stream("/></FlexStatement>"))));

            refused(xml, RowLimits.DEFAULT, Reason.LIMIT_EXCEEDED);
        }

        @Test
        void anAttributeWithoutEnd() {
            InputStream xml = new SequenceInputStream(
                    Collections.enumeration(List.of(stream("<FlexStatement><T a='"), repeated("x", 1_000_000_000))));

            refused(xml, RowLimits.DEFAULT, Reason.LIMIT_EXCEEDED);
        }

        @Test
        void anAttributeThatIsTooLong() {
            refused(
                    stream("<FlexStatement><T a='" + "x".repeat(101) + "'/></FlexStatement>"),
                    LIMITS,
                    Reason.LIMIT_EXCEEDED);
        }

        @Test
        void tooManyRows() {
            refused(
                    stream("<FlexStatement><T>" + "<R a=''/>".repeat(21) + "</T></FlexStatement>"),
                    LIMITS,
                    Reason.LIMIT_EXCEEDED);
        }

        @Test
        void tooManyBytes() {
            InputStream bomb = new SequenceInputStream(
                    Collections.enumeration(List.of(stream("<FlexStatement>"), repeated(" \n", 1_000_000_000))));

            refused(bomb, LIMITS, Reason.LIMIT_EXCEEDED);
        }

        private void refused(InputStream xml, RowLimits limits, Reason reason) {
            assertThatThrownBy(() -> read(xml, "UTF-8", limits))
                    .isInstanceOfSatisfying(
                            UnreadableStatementException.class,
                            e -> assertThat(e.rejection().reason()).isEqualTo(reason));
        }
    }

    private static List<RawRecord> read(String xml) throws Exception {
        return read(stream(xml), "UTF-8", LIMITS);
    }

    private static List<RawRecord> read(InputStream xml, String charset, RowLimits limits) throws Exception {
        List<RawRecord> rows = new ArrayList<>();
        try (RowReader reader = new RowReader(xml, charset, limits)) {
            for (Row row = reader.next(); row != null; row = reader.next()) {
                rows.add(row.record(Outcome.MAPPED, null));
            }
        }
        return rows;
    }

    private static RowReader open(String xml) throws Exception {
        return new RowReader(stream(xml), "UTF-8", LIMITS);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One text again and again, without ever holding all of it. */
    private static InputStream repeated(String text, long times) {
        return new Pieces(times, number -> text);
    }

    /** Attributes a0, a1, a2 ... */
    private static InputStream numbered(long count) {
        return new Pieces(count, number -> "a" + number + "='' ");
    }

    private static final class Pieces extends InputStream {
        private final long count;
        private final LongFunction<String> text;
        private long number;
        private byte[] piece = new byte[0];
        private int at;

        Pieces(long count, LongFunction<String> text) {
            this.count = count;
            this.text = text;
        }

        @Override
        public int read() {
            return fill() ? piece[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (!fill()) {
                return -1;
            }
            int given = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, buffer, offset, given);
            at += given;
            return given;
        }

        private boolean fill() {
            if (at == piece.length && number < count) {
                piece = text.apply(number++).getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            return at < piece.length;
        }
    }
}
