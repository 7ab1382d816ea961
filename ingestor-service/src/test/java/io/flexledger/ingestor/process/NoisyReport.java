package io.flexledger.ingestor.process;

import static io.flexledger.ingestor.FlexText.report;
import static io.flexledger.ingestor.FlexText.statementOf;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Random;

/**
 * A report with one statement that hardly compresses, followed by an ordinary one.
 *
 * @param kilobytes of random hex digits, which compress to about half
 */
record NoisyReport(String account, int kilobytes) implements LargeBody {

    private static final int WORDS = 64; // of 16 digits, so a kilobyte

    @Override
    public InputStream open() {
        var random = new Random(account.hashCode());
        var rows = new StringBuilder();
        for (int row = 0; row < kilobytes; row++) {
            rows.append("<Trade note=\"");
            for (int word = 0; word < WORDS; word++) {
                rows.append("%016x".formatted(random.nextLong()));
            }
            rows.append("\" />");
        }
        return new ByteArrayInputStream(
                report().statement(statementOf(account, "20250717", "20250718;042700", rows.toString()))
                        .statement(account, "20250718")
                        .toString()
                        .getBytes(UTF_8));
    }
}
