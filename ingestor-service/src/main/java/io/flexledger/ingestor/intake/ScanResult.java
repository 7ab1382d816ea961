package io.flexledger.ingestor.intake;

import io.flexledger.ingestor.refusal.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that was found in one file. */
public record ScanResult(List<StatementResult> statements, List<DocumentRefusal> refusals, List<String> remarks) {

    public ScanResult {
        statements = List.copyOf(statements);
        refusals = List.copyOf(refusals);
        remarks = List.copyOf(remarks);
    }

    /**
     * A document, or a whole file, of which nothing is taken.
     *
     * @param entry the document's name in its archive; absent for the file itself
     */
    public record DocumentRefusal(@Nullable String entry, Refusal refusal) {}

    public long count(Outcome outcome) {
        return statements.stream().filter(s -> s.outcome() == outcome).count();
    }

    /** Whether at least one statement is known to the ledger now, be it new or not. */
    public boolean isAccepted() {
        return count(Outcome.NEW) + count(Outcome.DUPLICATE) > 0;
    }

    /** What was wrong first: with the file or a document of it, else with a statement. */
    public Optional<Refusal> firstRefusal() {
        return Stream.concat(
                        refusals.stream().map(DocumentRefusal::refusal),
                        statements.stream().flatMap(s -> Stream.ofNullable(s.refusal())))
                .findFirst();
    }
}
