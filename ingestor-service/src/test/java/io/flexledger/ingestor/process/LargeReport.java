package io.flexledger.ingestor.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.time.LocalDate;

/**
 * A report of any size, made while it is read: statements of about a megabyte, one a day, with rows that differ.
 *
 * @param statements about as many megabytes
 */
record LargeReport(String account, int statements) implements LargeBody {

    private static final int ROWS = 3_500;
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <FlexQueryResponse queryName="Large" type="AF">
            <FlexStatements count="1">
            """;
    private static final String TAIL = "</FlexStatements>\n</FlexQueryResponse>\n";

    @Override
    public InputStream open() {
        return new Pieces();
    }

    private String statement(int number) {
        var day = LocalDate.of(2020, 1, 1).plusDays(number);
        var text = new StringBuilder(1 << 20);
        text.append(
                "<FlexStatement accountId=\"%s\" fromDate=\"%s\" toDate=\"%s\" whenGenerated=\"20250719;042700\">\n<Trades>\n"
                        .formatted(account, day, day));
        for (int row = 0; row < ROWS; row++) {
            int id = number * ROWS + row;
            text.append("<Trade accountId=\"")
                    .append(account)
                    .append("\" tradeID=\"")
                    .append(id)
                    .append("\" transactionID=\"")
                    .append(Integer.reverse(id))
                    .append(
                            "\" symbol=\"SPY\" description=\"Größe SPDR S&amp;P 500 ETF TRUST\" currency=\"USD\" assetCategory=\"STK\"")
                    .append(" quantity=\"")
                    .append(id % 97)
                    .append("\" tradePrice=\"")
                    .append(id % 1_013)
                    .append('.')
                    .append(id % 89)
                    .append(
                            "\" ibCommission=\"-1.05\" levelOfDetail=\"EXECUTION\" openCloseIndicator=\"O\" buySell=\"BUY\" />\n");
        }
        return text.append("</Trades>\n</FlexStatement>\n").toString();
    }

    private final class Pieces extends InputStream {

        private byte[] piece = HEAD.getBytes(UTF_8);
        private int position;
        private int next;

        @Override
        public int read() {
            return fill() ? piece[position++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, piece.length - position);
            System.arraycopy(piece, position, target, offset, count);
            position += count;
            return count;
        }

        private boolean fill() {
            while (position == piece.length && next <= statements) {
                piece = (next < statements ? statement(next) : TAIL).getBytes(UTF_8);
                position = 0;
                next++;
            }
            return position < piece.length;
        }
    }
}
