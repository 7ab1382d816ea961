package io.flexledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.cli.Shell.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path home;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(home);
    }

    @Nested
    class CommandLineThatIsNotUnderstood {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "statu",
                    "status --output xml",
                    "report day",
                    "report day 17.07.2025",
                    "report",
                    "ingest",
                    "ingest file",
                    "tail",
                    "tail canonical-event -n many",
                    "completion fish",
                    "up --port-base 80"
                })
        void endsWithTwoAndWritesNoData(String line) {
            Ended ended = shell.run(line.split(" "));

            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err()).startsWith("error: ");
        }

        @Test
        void suggestsWhatMayHaveBeenMeant() {
            assertThat(shell.run("statu").err()).contains("ledger status");
        }

        @Test
        void asksForACommandWhereThereIsNone() {
            Ended ended = shell.run();

            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err()).contains("which command?");
        }
    }

    @Nested
    class Help {

        @ParameterizedTest
        @CsvSource({
            "help, Every cent of every day",
            "--help, Every cent of every day",
            "help status, Show the processes",
            "help report day, Tell one trading day",
            "ingest file --help, Hand in files",
            "help ingest run, Fetch from the broker",
            "help backfill, Fetch the days of a period",
            "help run daily, Fetch every query",
        })
        void isDataAndAGoodEnd(String line, String sentence) {
            Ended ended = shell.run(line.split(" "));

            assertThat(ended.code()).isZero();
            assertThat(ended.out()).contains(sentence);
            assertThat(ended.err()).isEmpty();
        }

        @Test
        void listsEveryExitCode() {
            assertThat(shell.run("help", "exit-codes").out().lines())
                    .hasSize(8)
                    .anyMatch(line -> line.startsWith("   5  UPSTREAM"))
                    .anyMatch(line -> line.startsWith("   6  RECONCILIATION_BREAK"));
        }

        @Test
        void knowsNoCommandThatIsNotThere() {
            assertThat(shell.run("help", "fly").code()).isEqualTo(2);
        }
    }

    @Nested
    class WithoutAStack {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "report day 2025-07-17",
                    "report summary",
                    "trace U1/2025-07-17/close",
                    "tail canonical-event"
                })
        void endsWithFiveAndSaysHowToStartOne(String line) {
            Ended ended = shell.run(line.split(" "));

            assertThat(ended.code()).isEqualTo(5);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err())
                    .contains("no stack is running in " + home.resolve(".flexledger/default"))
                    .contains("./ledger up -d");
        }

        @Test
        void hintNamesTheDirectoryThatWasAskedFor() {
            Path other = home.resolve("other");

            assertThat(shell.run("report", "summary", "--data-dir", other.toString())
                            .err())
                    .contains("no stack is running in " + other)
                    .contains("./ledger up -d --data-dir " + other);
        }

        @Test
        void directoryComesFromTheEnvironmentUnlessAnOptionNamesOne() {
            Shell elsewhere = new Shell(
                    home, Map.of("FLEXLEDGER_DATA_DIR", home.resolve("env").toString()), false);

            assertThat(elsewhere.run("report", "summary").err()).contains("running in " + home.resolve("env"));
            assertThat(elsewhere
                            .run("report", "summary", "--data-dir", "/nowhere")
                            .err())
                    .contains("running in /nowhere");
        }

        @Test
        void thereIsNothingToStop() {
            assertThat(shell.run("down").code()).isZero();
        }

        @Test
        void quietLeavesErrorsAlone() {
            assertThat(shell.run("down", "--quiet").err()).isEmpty();
            assertThat(shell.run("report", "summary", "-q").err()).startsWith("error: ");
        }
    }

    @Test
    void missingFileEndsWithThreeBeforeAnythingIsSent() {
        Ended ended = shell.run("ingest", "file", home.resolve("absent.xml").toString());

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err()).contains("absent.xml");
    }

    @Test
    void unknownTopicEndsWithThreeAndNamesTheTopics() {
        Ended ended = shell.run("tail", "events");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err()).contains("raw-artifact").contains("nav-snapshot");
    }

    @Test
    void folderWithoutStatementsEndsWithThree() throws IOException {
        Files.writeString(home.resolve("notes.txt"), "none");

        assertThat(shell.run("ingest", "file", home.toString()).code()).isEqualTo(3);
    }

    @Test
    void completionKnowsTheCommandsAndTopics() {
        Ended ended = shell.run("completion", "bash");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("complete -F").contains("status").contains("canonical-event");
    }

    @Test
    void versionIsData() {
        assertThat(shell.run("--version").out()).startsWith("flexledger ");
    }

    @Nested
    class Color {

        private static final String ESCAPE = "\u001b[";

        @Test
        void isForATerminalOnly() {
            assertThat(new Shell(home, Map.of(), true).run("statu").err()).contains(ESCAPE);
            assertThat(shell.run("statu").err()).doesNotContain(ESCAPE);
        }

        @Test
        void canBeDeclined() {
            assertThat(new Shell(home, Map.of("NO_COLOR", "1"), true)
                            .run("report", "summary")
                            .err())
                    .doesNotContain(ESCAPE + "1");
            assertThat(new Shell(home, Map.of(), true)
                            .run("report", "summary", "--no-color")
                            .err())
                    .doesNotContain(ESCAPE + "1");
        }
    }
}
