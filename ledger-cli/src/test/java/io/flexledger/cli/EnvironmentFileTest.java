package io.flexledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path here;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path checkout;

    @Test
    void environmentIsAboveTheFile() throws IOException {
        write(here, "ACCOUNT_ID=U1\nIBKR_FLEX_QUERY_ID=1");

        assertThat(EnvironmentFile.under(Map.of("ACCOUNT_ID", "U2"), here, checkout))
                .containsExactlyInAnyOrderEntriesOf(Map.of("ACCOUNT_ID", "U2", "IBKR_FLEX_QUERY_ID", "1"));
    }

    @Test
    void currentDirectoryIsAboveTheCheckout() throws IOException {
        write(here, "ACCOUNT_ID=U1");
        write(checkout, "ACCOUNT_ID=U3\nIBKR_FLEX_RETRY_ATTEMPTS=5");

        assertThat(EnvironmentFile.under(Map.of(), here, checkout))
                .containsExactlyInAnyOrderEntriesOf(Map.of("ACCOUNT_ID", "U1", "IBKR_FLEX_RETRY_ATTEMPTS", "5"));
    }

    @Test
    void withoutAFileThereIsTheEnvironment() {
        assertThat(EnvironmentFile.under(Map.of("A", "1"), here, checkout)).isEqualTo(Map.of("A", "1"));
    }

    @Test
    void commentsQuotesAndNamesWithoutValueAreUnderstood() throws IOException {
        write(here, """
                # the broker's
                IBKR_FLEX_TOKEN="a # b"
                FLEXLEDGER_REPORTS_KEEP=3 # copies
                #IBKR_FLEX_QUERY_ID=7
                ACCOUNT_ID=
                """);

        assertThat(EnvironmentFile.in(here).read())
                .containsExactlyInAnyOrderEntriesOf(Map.of("IBKR_FLEX_TOKEN", "a # b", "FLEXLEDGER_REPORTS_KEEP", "3"));
    }

    @Test
    void lineThatIsNotUnderstoodIsNeverRepeated() throws IOException {
        write(here, "IBKR_FLEX_TOKEN 123456789012345678901234");

        assertThatThrownBy(() -> EnvironmentFile.in(here).read())
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(here.toString())
                .hasNoCause()
                .message()
                .doesNotContain("123456789012345678901234");
    }

    private static void write(Path directory, String text) throws IOException {
        Files.writeString(directory.resolve(".env"), text);
    }
}
