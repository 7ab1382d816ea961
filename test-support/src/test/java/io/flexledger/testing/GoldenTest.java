package io.flexledger.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTest {

    @TempDir
    Path directory = Path.of("");

    private Path approved = Path.of("");
    private Path received = Path.of("");

    @BeforeEach
    void paths() {
        approved = directory.resolve("nav.txt");
        received = directory.resolve("nav.txt.received");
    }

    @Test
    void acceptsTheApprovedTextAndRemovesAnOldReceivedFile() throws IOException {
        Files.writeString(approved, "one\ntwo\n");
        Files.writeString(received, "left over");

        Golden.in(directory).check("nav.txt", "one\ntwo\n");

        assertThat(received).doesNotExist();
    }

    @Test
    void namesTheFirstLineThatDiffersAndKeepsTheResult() throws IOException {
        Files.writeString(approved, "one\ntwo\n");

        assertThatThrownBy(() -> Golden.in(directory).check("nav.txt", "one\n2\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("differs from line 2 on")
                .hasMessageContaining("approved: two")
                .hasMessageContaining("received: 2")
                .hasMessageContaining("mv ");

        assertThat(received).hasContent("one\n2\n");
        assertThat(approved).hasContent("one\ntwo\n");
    }

    @Test
    void seesALineThatIsMissingAtTheEnd() throws IOException {
        Files.writeString(approved, "one\ntwo\n");

        assertThatThrownBy(() -> Golden.in(directory).check("nav.txt", "one\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("received: (nothing)");
    }

    @Test
    void failsWithoutAnApprovedFileAndShowsHowToApprove() {
        assertThatThrownBy(() -> Golden.in(directory).check("nav.txt", "one\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("is not there yet")
                .hasMessageContaining("-Dgolden.update=true");

        assertThat(received).hasContent("one\n");
    }
}
