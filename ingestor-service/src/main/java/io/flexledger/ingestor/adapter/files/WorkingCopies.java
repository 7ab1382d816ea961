package io.flexledger.ingestor.adapter.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import io.flexledger.ingestor.intake.Content;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The newest reports of each query as files, at {@code YYYY/MM} of their last day. Older ones move to the same place
 * below {@code archive}. One process at a time works in the directory, and one object of this class in a process.
 */
public final class WorkingCopies {

    private static final String ARCHIVE = "archive";
    private static final String LOCK = ".lock";

    private final Path directory;
    private final int keep;
    private final ReentrantLock turn = new ReentrantLock();

    /** @param keep how many reports of a query stay; with 1 each replaces the one before */
    public WorkingCopies(Path directory, int keep) {
        if (keep < 1) {
            throw new IllegalArgumentException("at least 1 report of a query must be kept, not " + keep);
        }
        this.directory = directory;
        this.keep = keep;
    }

    /** Whether copies can be written, before the first of them is lost. */
    public void check() throws IOException {
        Files.delete(Files.createTempFile(Folder.root(directory).path(), ".check-", null));
    }

    /**
     * What was done with a report.
     *
     * @param file     where it is
     * @param written  false when the same bytes were there already
     * @param archived where older reports are now
     * @param problems older reports that stay where they are, for people, with the reason
     */
    public record Kept(Path file, boolean written, List<Path> archived, List<String> problems) {

        public Kept {
            archived = List.copyOf(archived);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Keeps a report. What goes wrong with older ones is told in the result and tried again next time.
     *
     * @param from first day of the report
     * @param to   last day of the report
     * @param at   when it was downloaded, by which the newest are found
     */
    public Kept keep(String query, LocalDate from, LocalDate to, Content content, Instant at) throws IOException {
        var name = CopyName.of(query, from, to, content.sha256());
        turn.lock();
        try {
            var root = Folder.root(directory);
            try (var file = FileChannel.open(
                            root.path().resolve(LOCK),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            NOFOLLOW_LINKS);
                    var _ = file.lock()) {
                return keep(root, name, content, at);
            }
        } finally {
            turn.unlock();
        }
    }

    private Kept keep(Folder root, CopyName name, Content content, Instant at) throws IOException {
        tidy(root);
        var month = month(root, name.to());
        var fileName = name.fileName();
        boolean known = month.has(fileName) && month.sha256(fileName).equals(content.sha256());
        if (known) {
            month.touch(fileName, at);
        } else {
            try (var bytes = content.open()) {
                month.write(fileName, bytes, content.sha256(), at);
            }
        }
        var archived = new ArrayList<Path>();
        var problems = new ArrayList<String>();
        for (var old : old(root, name)) {
            try {
                archived.add(archive(root, old));
            } catch (IOException e) {
                problems.add("%s stays: %s".formatted(root.path().relativize(old.path()), e));
            }
        }
        return new Kept(month.path().resolve(fileName), !known, archived, problems);
    }

    private static void tidy(Folder root) throws IOException {
        for (var month : months(root)) {
            month.tidy();
        }
        for (var archive : root.children(ARCHIVE::equals)) {
            for (var month : months(archive)) {
                month.tidy();
            }
        }
    }

    private static Folder month(Folder root, LocalDate day) throws IOException {
        return root.child("%04d".formatted(day.getYear())).child("%02d".formatted(day.getMonthValue()));
    }

    private static List<Folder> months(Folder root) throws IOException {
        var months = new ArrayList<Folder>();
        for (var year : root.children(name -> name.matches("\\d{4}"))) {
            months.addAll(year.children(name -> name.matches("\\d{2}")));
        }
        return months;
    }

    /** A working copy where it lies. */
    private record Copy(Folder month, String name, LocalDate to, Instant changedAt) {

        Path path() {
            return month.path().resolve(name);
        }
    }

    /** What is too much of a query, the newest first. The one just written is none of it, whatever the clock says. */
    private List<Copy> old(Folder root, CopyName newest) throws IOException {
        var copies = new ArrayList<Copy>();
        for (var month : months(root)) {
            for (var file : month.files()) {
                var copy = CopyName.parse(file).filter(name -> name.query().equals(newest.query()));
                if (copy.isPresent() && !copy.get().equals(newest)) {
                    copies.add(new Copy(month, file, copy.get().to(), month.changedAt(file)));
                }
            }
        }
        copies.sort(comparing(Copy::changedAt, reverseOrder()).thenComparing(Copy::name, reverseOrder()));
        return copies.subList(Math.min(keep - 1, copies.size()), copies.size());
    }

    /** Copies, compares what is on the disk, and only then deletes. */
    private static Path archive(Folder root, Copy old) throws IOException {
        var target = month(root.child(ARCHIVE), old.to());
        var hash = old.month().sha256(old.name());
        if (!target.has(old.name())) {
            try (var bytes = old.month().open(old.name())) {
                target.write(old.name(), bytes, hash, old.changedAt());
            }
        }
        if (!target.sha256(old.name()).equals(old.month().sha256(old.name()))) {
            throw new IOException("the archive has another file of that name");
        }
        old.month().delete(old.name());
        return target.path().resolve(old.name());
    }
}
