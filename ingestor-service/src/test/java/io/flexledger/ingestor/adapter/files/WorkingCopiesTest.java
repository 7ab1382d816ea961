package io.flexledger.ingestor.adapter.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.ingestor.adapter.files.WorkingCopies.Kept;
import io.flexledger.ingestor.artifact.Sha256;
import io.flexledger.ingestor.intake.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCopiesTest {

    private static final Instant START = Instant.parse("2025-07-01T09:00:00Z");

    @TempDir
    Path outside;

    private int minute;

    @Test
    void aReportLiesAtTheMonthOfItsLastDay() throws IOException {
        var kept = keep(3, "all", "2025-07-18", "one");

        var hash = Sha256.of("one".getBytes(UTF_8)).substring(0, 12);
        assertThat(kept.file()).isEqualTo(directory().resolve("2025/07/all_2025-07-01_2025-07-18_" + hash + ".xml"));
        assertThat(kept.file()).hasContent("one");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.file())))
                .isEqualTo("rw-------");
        assertThat(kept).isEqualTo(new Kept(kept.file(), true, List.of(), List.of()));
        assertThat(files()).hasSize(1);
    }

    @Test
    void threeStayAndTheOthersAreArchived() throws IOException {
        keep(3, "all", "2025-06-27", "one");
        keep(3, "all", "2025-06-30", "two");
        keep(3, "all", "2025-07-01", "three");
        var fourth = keep(3, "all", "2025-07-02", "four");
        var fifth = keep(3, "all", "2025-07-03", "five");

        assertThat(working()).containsExactlyInAnyOrder("three", "four", "five");
        assertThat(archived()).containsExactlyInAnyOrder("one", "two");
        assertThat(fourth.archived()).singleElement().satisfies(path -> {
            assertThat(path).hasContent("one");
            assertThat(path.getParent()).isEqualTo(directory().resolve("archive/2025/06"));
        });
        assertThat(fifth.archived())
                .singleElement()
                .satisfies(path -> assertThat(path).hasContent("two"));
    }

    @Test
    void oneReplacesTheOneBefore() throws IOException {
        keep(1, "all", "2025-07-17", "one");
        keep(1, "all", "2025-07-18", "two");

        assertThat(working()).containsExactly("two");
        assertThat(archived()).containsExactly("one");
    }

    @Test
    void queriesDoNotPushEachOtherOut() throws IOException {
        keep(1, "all", "2025-07-18", "one");
        keep(1, "all_2", "2025-07-18", "two");
        keep(1, "al", "2025-07-18", "three");
        keep(1, "a/l", "2025-07-18", "four");
        keep(1, "a-l", "2025-07-18", "five");

        assertThat(working()).hasSize(5);
        assertThat(archived()).isEmpty();
    }

    @Test
    void theSameBytesAgainReplaceNothing() throws IOException {
        var first = keep(2, "all", "2025-07-18", "one");
        keep(2, "all", "2025-07-18", "two");
        var key = Files.readAttributes(first.file(), "unix:ino");
        var again = keep(2, "all", "2025-07-18", "one");

        assertThat(again).isEqualTo(new Kept(first.file(), false, List.of(), List.of()));
        assertThat(Files.readAttributes(first.file(), "unix:ino")).isEqualTo(key);

        keep(2, "all", "2025-07-18", "three");
        assertThat(working()).containsExactlyInAnyOrder("one", "three"); // it came after "two" as well
    }

    @Test
    void bytesThatCameBackFromTheArchiveLieInBothPlacesOnce() throws IOException {
        keep(1, "all", "2025-07-18", "one");
        keep(1, "all", "2025-07-18", "two");
        keep(1, "all", "2025-07-18", "one");
        var last = keep(1, "all", "2025-07-18", "three");

        assertThat(last.problems()).isEmpty();
        assertThat(working()).containsExactly("three");
        assertThat(archived()).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void theNewReportStaysEvenWhenTheClockWentBack() throws IOException {
        keep(1, "all", "2025-07-17", "one");
        new WorkingCopies(directory(), 1)
                .keep("all", LocalDate.EPOCH, LocalDate.parse("2025-07-18"), text("two"), Instant.EPOCH);

        assertThat(working()).containsExactly("two");
    }

    @Test
    void aCopyThatWasChangedIsWrittenAgain() throws IOException {
        var file = keep(3, "all", "2025-07-18", "one").file();
        Files.writeString(file, "on");

        assertThat(keep(3, "all", "2025-07-18", "one").written()).isTrue();
        assertThat(file).hasContent("one");
    }

    @Test
    void filesOfOthersAreLeftAlone() throws IOException {
        var notes = Files.createDirectories(directory().resolve("2025/07")).resolve("notes.txt");
        Files.writeString(notes, "mine");
        var aside = Files.createDirectories(directory().resolve("mine/07"))
                .resolve("all_2025-07-01_2025-07-18_e3b0c44298fc.xml");
        Files.writeString(aside, "mine too");
        keep(1, "all", "2025-07-17", "one");
        keep(1, "all", "2025-07-18", "two");

        assertThat(notes).hasContent("mine");
        assertThat(aside).hasContent("mine too");
        assertThat(archived()).containsExactly("one");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void atLeastOneIsKept(int keep) {
        assertThatThrownBy(() -> new WorkingCopies(directory(), keep))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("at least 1 report of a query must be kept, not " + keep);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../escaped", "/tmp/escaped", "..", "a/../../escaped", "\0", ""})
    void aQueryIsNeverAPath(String query) throws IOException {
        var file = keep(1, query, "2025-07-17", "one").file();
        keep(1, query, "2025-07-18", "two");

        assertThat(file.getParent()).isEqualTo(directory().resolve("2025/07"));
        assertThat(archived()).containsExactly("one");
        try (var entries = Files.list(outside)) {
            assertThat(entries).containsExactly(directory());
        }
    }

    @Test
    void nothingIsLostWhateverComes() throws IOException {
        var random = new Random(20250718);
        for (int round = 0; round < 20; round++) {
            int keep = random.nextInt(1, 5);
            var query = "query-" + round;
            var newest = new LinkedHashSet<String>();
            var all = new LinkedHashSet<String>();
            for (int turn = 0; turn < 25; turn++) {
                int number = random.nextInt(12); // one content has one last day, as one report has
                var content = query + " report " + number;
                keep(
                        keep,
                        query,
                        LocalDate.parse("2025-05-01").plusDays(number * 9L).toString(),
                        content);
                all.add(content);
                newest.remove(content);
                newest.add(content);
                while (newest.size() > keep) {
                    newest.remove(newest.getFirst());
                }
                assertThat(working().stream().filter(text -> text.startsWith(query + " ")))
                        .containsExactlyInAnyOrderElementsOf(newest);
            }
            var found = new ArrayList<>(archived());
            found.addAll(working());
            assertThat(found).containsAll(all);
        }
    }

    @Test
    void manyAtOnceTakeTurns() throws Exception {
        var copies = new WorkingCopies(directory(), 3);
        var tasks = new ArrayList<Callable<Kept>>();
        for (int i = 0; i < 40; i++) {
            var content = text("report " + i);
            var at = START.plusSeconds(i);
            tasks.add(() -> copies.keep("all", LocalDate.EPOCH, LocalDate.parse("2025-07-18"), content, at));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var task : threads.invokeAll(tasks)) {
                assertThat(task.get().problems()).isEmpty();
            }
        }
        assertThat(working()).hasSize(3);
        assertThat(archived()).hasSize(37);
    }

    @Nested
    class AfterACrash {

        @Test
        void whatWasHalfWrittenIsRemoved() throws IOException {
            var month = Files.createDirectories(directory().resolve("2025/06"));
            var archive = Files.createDirectories(directory().resolve("archive/2024/12"));
            Files.writeString(month.resolve(".copy-123.part"), "ha");
            Files.writeString(archive.resolve(".copy-456.part"), "ha");
            keep(3, "all", "2025-07-18", "one");

            assertThat(month).isEmptyDirectory();
            assertThat(archive).isEmptyDirectory();
        }

        @Test
        void aCopyThatWasArchivedAndNotDeletedIsDeleted() throws IOException {
            var file = keep(1, "all", "2025-07-17", "one").file();
            var archive = Files.createDirectories(directory().resolve("archive/2025/07"));
            Files.copy(file, archive.resolve(file.getFileName()));
            var kept = keep(1, "all", "2025-07-18", "two");

            assertThat(file).doesNotExist();
            assertThat(kept.problems()).isEmpty();
            assertThat(archived()).containsExactly("one");
        }

        @Test
        void whatWasNotArchivedIsArchivedWithTheSameReportAgain() throws IOException {
            keep(5, "all", "2025-07-16", "one");
            keep(5, "all", "2025-07-17", "two");
            keep(5, "all", "2025-07-18", "three");
            keep(1, "all", "2025-07-18", "three");

            assertThat(working()).containsExactly("three");
            assertThat(archived()).containsExactlyInAnyOrder("one", "two");
        }
    }

    @Nested
    class Refuses {

        @Test
        void toDeleteWhatTheArchiveHasOtherwise() throws IOException {
            var file = keep(1, "all", "2025-07-17", "one").file();
            var archive = Files.createDirectories(directory().resolve("archive/2025/07"));
            Files.writeString(archive.resolve(file.getFileName()), "damaged");
            var kept = keep(1, "all", "2025-07-18", "two");

            assertThat(kept.archived()).isEmpty();
            assertThat(kept.problems())
                    .containsExactly("2025/07/%s stays: java.io.IOException: the archive has another file of that name"
                            .formatted(file.getFileName()));
            assertThat(working()).containsExactlyInAnyOrder("one", "two");
            assertThat(archived()).containsExactly("damaged");
        }

        @Test
        void bytesOfAnotherHash() throws IOException {
            var broken = new Text("one", Sha256.of("other".getBytes(UTF_8)));

            assertThatThrownBy(() -> new WorkingCopies(directory(), 3)
                            .keep("all", LocalDate.EPOCH, LocalDate.parse("2025-07-18"), broken, START))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("should have the hash " + broken.sha256());
            assertThat(files()).isEmpty();
        }

        @Test
        void toWriteThroughALink() throws IOException {
            var elsewhere = Files.createDirectory(outside.resolve("elsewhere"));
            Files.createDirectories(directory().resolve("2025"));
            Files.createSymbolicLink(directory().resolve("2025/07"), elsewhere);

            assertThatThrownBy(() -> keep(3, "all", "2025-07-18", "one")).isInstanceOf(NotDirectoryException.class);
            assertThat(elsewhere).isEmptyDirectory();
        }

        @Test
        void toArchiveThroughALink() throws IOException {
            var elsewhere = Files.createDirectory(outside.resolve("elsewhere"));
            Files.writeString(elsewhere.resolve(".copy-1.part"), "not ours");
            keep(1, "all", "2025-07-17", "one");
            Files.createSymbolicLink(directory().resolve("archive"), elsewhere);
            var kept = keep(1, "all", "2025-07-18", "two");

            assertThat(kept.problems()).singleElement().asString().contains("NotDirectoryException");
            assertThat(working()).containsExactlyInAnyOrder("one", "two");
            assertThat(elsewhere.resolve(".copy-1.part")).hasContent("not ours");
        }

        @Test
        void toFollowALinkThatLooksLikeACopy() throws IOException {
            var secret = Files.writeString(outside.resolve("secret"), "secret");
            var name = CopyName.of(
                    "all",
                    LocalDate.parse("2025-07-01"),
                    LocalDate.parse("2025-07-17"),
                    Sha256.of("secret".getBytes(UTF_8)));
            var link = Files.createDirectories(directory().resolve("2025/07")).resolve(name.fileName());
            Files.createSymbolicLink(link, secret);
            keep(1, "all", "2025-07-18", "one");
            var replaced = keep(1, "all", "2025-07-17", "secret");

            assertThat(archived()).containsExactly("one");
            assertThat(replaced.file()).isEqualTo(link).isRegularFile();
            assertThat(Files.isSymbolicLink(link)).isFalse();
            assertThat(secret).hasContent("secret");
        }
    }

    /** A minute after the one before. */
    private Kept keep(int keep, String query, String to, String content) throws IOException {
        minute++;
        return new WorkingCopies(directory(), keep)
                .keep(
                        query,
                        LocalDate.parse(to).withDayOfMonth(1),
                        LocalDate.parse(to),
                        text(content),
                        START.plusSeconds(minute * 60L));
    }

    private Path directory() {
        return outside.resolve("reports");
    }

    private List<String> working() throws IOException {
        return texts(
                files().stream().filter(file -> !file.startsWith(directory().resolve("archive"))));
    }

    private List<String> archived() throws IOException {
        return texts(files().stream().filter(file -> file.startsWith(directory().resolve("archive"))));
    }

    private static List<String> texts(Stream<Path> files) throws IOException {
        var texts = new ArrayList<String>();
        for (var file : files.filter(
                        file -> CopyName.parse(file.getFileName().toString()).isPresent())
                .toList()) {
            texts.add(Files.readString(file));
        }
        return texts;
    }

    /** All but the lock. */
    private List<Path> files() throws IOException {
        try (var entries = Files.walk(directory())) {
            return entries.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !file.equals(directory().resolve(".lock")))
                    .toList();
        }
    }

    private static Content text(String text) {
        return new Text(text, Sha256.of(text.getBytes(UTF_8)));
    }

    private record Text(String text, String sha256) implements Content {

        @Override
        public long size() {
            return text.getBytes(UTF_8).length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(text.getBytes(UTF_8));
        }
    }
}
