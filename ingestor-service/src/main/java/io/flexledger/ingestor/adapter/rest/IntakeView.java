package io.flexledger.ingestor.adapter.rest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.flexledger.ingestor.intake.Outcome;
import io.flexledger.ingestor.intake.ReceivedFile;
import io.flexledger.ingestor.intake.Reception;
import io.flexledger.ingestor.intake.ScanResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file.
 *
 * @param run          id of the ingestion run; absent when an earlier one is looked up
 * @param file         absent when nothing was kept
 * @param statements   in the order of the file
 * @param problems     documents of the file of which nothing was taken, or the file itself
 * @param remarks      what is worth knowing and needs no action
 * @param deduplicated whether everything in it was known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IntakeView(
        @Nullable Long run,
        @Nullable FileView file,
        List<StatementView> statements,
        List<RefusalView> problems,
        List<String> remarks,
        boolean deduplicated) {

    public static IntakeView of(Reception reception) {
        return switch (reception) {
            case Reception.Kept kept -> of(kept.run(), kept.file(), kept.result());
            case Reception.NotKept notKept ->
                new IntakeView(
                        notKept.run(), null, List.of(), List.of(RefusalView.of(notKept.refusal())), List.of(), false);
        };
    }

    static IntakeView of(@Nullable Long run, ReceivedFile file, ScanResult result) {
        return new IntakeView(
                run,
                FileView.of(file),
                result.statements().stream().map(StatementView::of).toList(),
                result.refusals().stream().map(RefusalView::of).toList(),
                result.remarks(),
                result.isAccepted() && result.count(Outcome.NEW) == 0);
    }

    @JsonIgnore
    public boolean isKept() {
        return file != null;
    }

    @JsonIgnore
    public boolean isAccepted() {
        return statements.stream().anyMatch(statement -> statement.outcome() != Outcome.REJECTED);
    }

    public boolean hasNews() {
        return statements.stream().anyMatch(statement -> statement.outcome() == Outcome.NEW);
    }

    /** What was wrong first, for a file of which nothing was taken. */
    public RefusalView firstProblem() {
        return Stream.concat(problems.stream(), statements.stream().flatMap(s -> Stream.ofNullable(s.problem())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a file of which nothing was taken says why"));
    }

    /** Members of a problem that concerns this file. */
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        if (run != null) {
            members.put("run", run);
        }
        if (file != null) {
            members.put("file", file);
        }
        members.put("statements", statements);
        members.put("problems", problems);
        return members;
    }

    /** Several files of one form. */
    public record Several(List<IntakeView> files) {}
}
