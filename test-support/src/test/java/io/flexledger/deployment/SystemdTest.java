package io.flexledger.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The units for a single machine. */
class SystemdTest {

    private static final String UNITS = "deploy/systemd";
    private static final String INSTALLED = "/opt/flexledger/";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path units;

    @Test
    void systemdUnderstandsEveryUnit() throws Exception {
        List<String> files = copies();
        assertThat(files).hasSize(3);

        assertThat(analyze(files)).isEmpty();
    }

    @Test
    void misspeltUnitWouldBeNoticed() throws Exception {
        Path unit = units.resolve("flexledger.service");
        copies();
        Files.writeString(unit, Files.readString(unit).replace("ProtectSystem=", "ProtectSytem="));

        assertThat(analyze(List.of(unit.toString()))).contains("ProtectSytem");
    }

    @Test
    void timerIsDueWhenTheClustersJobIs() {
        String job = Checkout.text("k8s/base/daily.yaml");
        String timer = Checkout.text(UNITS + "/flexledger-ingest.timer");

        assertThat(Checkout.only(job, "schedule: \"0 (\\d+) \\* \\* \\*\"")).isEqualTo("17");
        assertThat(timer)
                .contains("OnCalendar=*-*-* 17:00:00 " + Checkout.only(job, "timeZone: (.+)"))
                .contains("Persistent=true");
        assertThat(Checkout.text(UNITS + "/flexledger-ingest.service"))
                .contains("ExecStart=/opt/flexledger/ledger run daily");
    }

    @ParameterizedTest
    @ValueSource(strings = {"flexledger.service", "flexledger-ingest.service"})
    void confinesAService(String unit) {
        assertThat(Checkout.text(UNITS + "/" + unit).lines())
                .contains(
                        "NoNewPrivileges=true",
                        "CapabilityBoundingSet=",
                        "ProtectSystem=strict",
                        "ProtectHome=true",
                        "PrivateTmp=true",
                        "User=flexledger")
                .noneMatch(line -> line.startsWith("Environment=") && line.contains("TOKEN"));
    }

    /** Installed into this checkout, for systemd looks whether the programs are there. */
    private List<String> copies() throws IOException {
        List<String> copies = new ArrayList<>();
        try (Stream<Path> files = Files.list(Checkout.ROOT.resolve(UNITS))) {
            for (Path file : files.sorted().toList()) {
                Path copy = units.resolve(file.getFileName().toString());
                Files.writeString(copy, Checkout.text(file).replace(INSTALLED, Checkout.ROOT + "/"));
                copies.add(copy.toString());
            }
        }
        return copies;
    }

    /** What systemd has to say against these units. */
    private static String analyze(List<String> files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("systemd-analyze", "verify", "--man=no"));
        command.addAll(files);
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            System.out.println("skipped: units are not verified, for there is no systemd-analyze here");
            Assumptions.abort("no systemd-analyze: " + e.getMessage());
            return "";
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        return code == 0 && said.isBlank() ? "" : "exit code %d: %s".formatted(code, said);
    }
}
