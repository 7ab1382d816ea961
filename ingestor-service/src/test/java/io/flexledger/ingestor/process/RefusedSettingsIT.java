package io.flexledger.ingestor.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With settings that cannot be used the service ends at once, and says all that is wrong with them. */
class RefusedSettingsIT {

    private static final String TOKEN = "no token, but a secret still";

    @Test
    void areToldTogetherAndEndTheProcess() throws IOException, InterruptedException {
        var settings = Map.of(
                "IBKR_FLEX_TOKEN", TOKEN,
                "IBKR_FLEX_QUERY_ID", "12a",
                "IBKR_FLEX_RETRY_ATTEMPTS", "0",
                "IBKR_FLEX_BASE_URL", "http://elsewhere.test/");
        try (var service = IngestorProcess.begin(settings)) {
            assertThat(service.awaitEnd()).isNotZero();

            assertThat(service.log())
                    .contains(
                            "Settings are missing or cannot be used:",
                            "ACCOUNT_ID is missing; for example: U1234567",
                            "IBKR_FLEX_TOKEN is not a token",
                            "IBKR_FLEX_QUERY_ID is not a query id, which has digits only; for example: 123456",
                            "IBKR_FLEX_RETRY_ATTEMPTS is not from 1 to 100: '0'; for example: 7",
                            "IBKR_FLEX_BASE_URL would send the token unencrypted")
                    .doesNotContain(TOKEN);
        }
    }

    @Test
    void aDirectoryThatCannotBeWrittenEndsTheProcess(@TempDir Path directory) throws IOException, InterruptedException {
        var file = Files.createFile(directory.resolve("reports"));
        try (var service = IngestorProcess.begin(Map.of("FLEXLEDGER_REPORTS_DIRECTORY", file.toString()))) {
            assertThat(service.awaitEnd()).isNotZero();

            assertThat(service.log())
                    .contains("FLEXLEDGER_REPORTS_DIRECTORY names a directory that cannot be written", file.toString());
        }
    }
}
