package io.flexledger.testing.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.flexledger.testing.statement.identity.StatementIdentities;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenerateStatementsTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    private int run(String... arguments) throws IOException {
        return GenerateStatements.run(arguments, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @Test
    void writesTheFileItsArgumentsDescribe() throws IOException {
        Path file = directory.resolve("made.xml");

        assertThat(run(file.toString(), "seed=5", "trades=40", "days=10", "from=2025-07-01", "base=USD", "euros=yes"))
                .isZero();

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("2025-07-01 to 2025-07-14, 40 fills each");
        assertThat(StatementIdentities.check(file)).isEmpty();
        assertThat(Files.readString(file)).contains("currency=\"USD\" name=\"Sample Holder\"");
    }

    @ParameterizedTest
    @CsvSource({"12, layout=whole", "3, layout=by-day"})
    void hitsAWantedSizeWithinATenth(int megabytes, String layout) throws IOException {
        Path file = directory.resolve("sized.xml");

        assertThat(run(file.toString(), "size=" + megabytes + "MB", "days=20", layout))
                .isZero();

        assertThat((double) Files.size(file) / (1 << 20)).isCloseTo(megabytes, withinPercentage(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour=red", "trades=many", "layout=weekly", "sections=TRADE", "from=yesterday", "size=5"})
    void explainsItselfWhenAnArgumentMakesNoSense(String argument) throws IOException {
        Path file = directory.resolve("none.xml");

        assertThat(run(file.toString(), argument)).isEqualTo(2);

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("usage: GenerateStatements <file>");
        assertThat(file).doesNotExist();
    }

    @Test
    void printsItsUsageWithoutArguments() throws IOException {
        assertThat(run()).isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("usage:");
    }
}
