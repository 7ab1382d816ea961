package io.flexledger.cli.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementFilesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path folder;

    @Test
    void folderStandsForTheStatementsBelowIt() throws IOException {
        Path july = file("2025/07/b.xml");
        Path zipped = file("2025/08/a.zip");
        Path gzipped = file("2025/07/a.XML.gz");
        file("2025/readme.md");

        assertThat(StatementFiles.find(List.of(folder))).containsExactly(gzipped, july, zipped);
    }

    @Test
    void namedFileIsTakenWhateverItsName() throws IOException {
        Path odd = file("statement.dat");

        assertThat(StatementFiles.find(List.of(odd))).containsExactly(odd);
    }

    @Test
    void orderIsThePersons() throws IOException {
        Path second = file("b.xml");
        Path first = file("a.xml");

        assertThat(StatementFiles.find(List.of(second, first))).containsExactly(second, first);
    }

    @Test
    void missingPathIsNotFound() {
        assertThatThrownBy(() -> StatementFiles.find(List.of(folder.resolve("none.xml"))))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.NOT_FOUND));
    }

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        return Files.writeString(file, "<FlexQueryResponse/>");
    }
}
