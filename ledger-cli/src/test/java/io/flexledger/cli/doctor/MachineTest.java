package io.flexledger.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.cli.doctor.Check.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
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
    void gatewayIsLookedForOnlyWhereOneIsWanted() throws IOException {
        assertThat(Machine.gateway(Map.of()).status()).isEqualTo(Status.SKIP);
        try (ServerSocket gateway = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Machine.gateway(wanted(gateway.getLocalPort())).status()).isEqualTo(Status.PASS);
        }
        assertThat(Machine.gateway(wanted(1)).status()).isEqualTo(Status.WARN);
        assertThat(Machine.gateway(wanted(1)).nextStep()).contains("log in");
    }

    private static Map<String, String> wanted(int port) {
        return Map.of("FLEXLEDGER_GATEWAY_ENABLED", "true", "FLEXLEDGER_GATEWAY_PORT", Integer.toString(port));
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
