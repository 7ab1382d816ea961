package io.flexledger.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.cli.doctor.Check.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path directory;

    @ParameterizedTest
    @CsvSource({"0,FAIL", "1073741823,FAIL", "1073741824,WARN", "5368709119,WARN", "5368709120,PASS"})
    void roomOnTheDiskHasTwoLimits(long free, Status expected) {
        assertThat(Machine.disk(directory, free).status()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"21,FAIL", "24,FAIL", "25,PASS", "26,PASS"})
    void javaIsOldOrNewEnough(int feature, Status expected) {
        assertThat(Machine.java(feature).status()).isEqualTo(expected);
    }

    @Test
    void directoryThatIsNotThereYetIsJudgedByTheOneAbove() {
        assertThat(Machine.writable(directory.resolve("a/b")).status()).isEqualTo(Status.PASS);
        assertThat(Machine.disk(directory.resolve("a/b")).detail()).contains("a/b");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void fileInPlaceOfTheDirectoryCannotBeWrittenTo() throws IOException {
        Path file = Files.writeString(directory.resolve("data"), "");

        assertThat(Machine.writable(file).status()).isEqualTo(Status.FAIL);
    }

    @ParameterizedTest
    @CsvSource({"rw-------,PASS", "rw-r-----,WARN", "rw----r--,WARN"})
    void fileWithATokenIsItsOwnersAlone(String permissions, Status expected) throws IOException {
        Path file = Files.writeString(directory.resolve(".env"), "");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

        assertThat(Machine.secret(file).status()).isEqualTo(expected);
    }
}
