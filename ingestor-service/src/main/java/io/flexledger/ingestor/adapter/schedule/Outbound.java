package io.flexledger.ingestor.adapter.schedule;

import io.flexledger.contracts.ContractJson;
import io.flexledger.ingestor.intake.Reception;
import io.flexledger.ingestor.intake.ScanResult.DocumentRefusal;
import io.flexledger.ingestor.intake.StatementResult;
import io.flexledger.ingestor.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where files of the watched folder go: {@code done/2025/07}, by the day they were first received, or {@code rejected}.
 * What was wrong lies beside a file as {@code <name>.problem.json}, also where only a part of it was.
 */
final class Outbound {

    private final Path directory;

    Outbound(Path directory) {
        this.directory = directory;
    }

    /** What lies beside a file that was not taken whole. */
    record Problems(@Nullable String file, List<Problem> problems) {}

    /** The members of a problem (RFC 9457). */
    record Problem(
            String type,
            String title,
            String detail,
            String code,
            String nextStep,
            @Nullable Long byteOffset,
            @Nullable String entry) {

        static Problem of(Refusal refusal, @Nullable String entry) {
            return new Problem(
                    refusal.code().type(),
                    refusal.code().title(),
                    refusal.detail(),
                    refusal.code().name(),
                    refusal.nextStep(),
                    refusal.offset(),
                    entry);
        }

        static Stream<Problem> of(DocumentRefusal document) {
            return Stream.of(of(document.refusal(), document.entry()));
        }

        static Stream<Problem> of(StatementResult statement) {
            return Stream.ofNullable(statement.refusal()).map(refusal -> of(refusal, statement.entry()));
        }
    }

    void moveAside(Path file, Reception reception) throws IOException {
        switch (reception) {
            case Reception.Kept kept -> {
                var problems = Stream.concat(
                                kept.result().refusals().stream().flatMap(Problem::of),
                                kept.result().statements().stream().flatMap(Problem::of))
                        .toList();
                var target = kept.result().isAccepted() ? done(kept) : directory.resolve("rejected");
                move(file, target, new Problems(kept.file().sha256(), problems));
            }
            case Reception.NotKept notKept ->
                move(
                        file,
                        directory.resolve("rejected"),
                        new Problems(null, List.of(Problem.of(notKept.refusal(), null))));
        }
    }

    private Path done(Reception.Kept kept) {
        var day = kept.file().receivedAt().atZone(ZoneOffset.UTC);
        return directory.resolve("done/%04d/%02d".formatted(day.getYear(), day.getMonthValue()));
    }

    /** The note first: a crash in between leaves the file to be taken again, never a rejected file without a reason. */
    private static void move(Path file, Path target, Problems problems) throws IOException {
        Files.createDirectories(target);
        var moved = free(target, file.getFileName().toString());
        if (!problems.problems().isEmpty()) {
            Files.write(
                    target.resolve(moved.getFileName() + ".problem.json"),
                    ContractJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(problems),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING);
        }
        Files.move(file, moved, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A name nobody has yet: {@code report.xml}, then {@code 2-report.xml}. */
    private static Path free(Path target, String name) {
        var path = target.resolve(name);
        for (int copy = 2; Files.exists(path); copy++) {
            path = target.resolve(copy + "-" + name);
        }
        return path;
    }
}
