package io.flexledger.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.stack.StackPort;
import io.flexledger.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements of many people and programs, each as an account of its own: whatever is in them, nothing stands still. */
class ReferenceFilesIT {

    private static final Pattern ACCOUNT = Pattern.compile("accountId=\"([^\"]+)\"");

    @TempDir
    Path directory;

    @Test
    void stopNobodyAndEveryAccountIsToldOrSaysWhyNot() throws IOException {
        var folder = Files.createDirectory(directory.resolve("files"));
        var files = files();
        for (int i = 0; i < files.size(); i++) {
            // Most are of U1234567, and have nothing to do with one another.
            var number = i;
            var text = Files.readString(files.get(i), ISO_8859_1);
            var apart = ACCOUNT.matcher(text)
                    .replaceAll(match -> "accountId=\"%s.%03d\"".formatted(match.group(1), number));
            Files.writeString(folder.resolve("%03d.xml".formatted(i)), apart, ISO_8859_1);
        }
        try (var ledger = RunningLedger.start(directory.resolve("stack"))) {
            var ingest = ledger.run("ingest", "file", folder.toString());

            assertThat(ingest.exit()).as(ingest.err()).isIn(0, 1); // some are broken on purpose
            assertThat(ledger.processes())
                    .allSatisfy(
                            process -> assertThat(process.get("state").asText()).isEqualTo("ready"));
            int waiting = 0;
            var accounts = ledger.json(StackPort.LEDGER, "/ledger/accounts");
            for (var account : accounts) {
                if (account.hasNonNull("held")) {
                    waiting++;
                    assertThat(account.get("held").asText()).startsWith("no rate from ");
                } else {
                    assertThat(account.path("dirtyFrom").isNull())
                            .as("%s", account)
                            .isTrue();
                }
            }
            System.out.printf(
                    "reference files: %d files, %d accounts, %d wait for a rate; %s%n",
                    files.size(),
                    accounts.size(),
                    waiting,
                    ingest.err().lines().findFirst().orElse(""));
            assertThat(accounts.size()).isGreaterThan(100);
            assertThat(waiting).isLessThan(accounts.size() / 4);
        }
    }

    private static List<Path> files() throws IOException {
        try (var walk = Files.walk(SharedData.require("data/flex"))) {
            return walk.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }
}
