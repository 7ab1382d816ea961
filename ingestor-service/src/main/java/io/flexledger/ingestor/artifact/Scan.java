package io.flexledger.ingestor.artifact;

import io.flexledger.ingestor.flex.FlexAnswer;
import io.flexledger.ingestor.refusal.Refusal;
import java.util.List;
import java.util.Set;

/** What a document turned out to be. */
public sealed interface Scan {

    /**
     * A report, complete to its last byte.
     *
     * @param statements in the order of the document, at least one
     * @param sections   names of the sections that each of the statements has, be they empty
     * @param remarks    what a person may want to know; nothing that needs action
     */
    record Report(Envelope envelope, List<FoundStatement> statements, Set<String> sections, List<String> remarks)
            implements Scan {

        public Report {
            statements = List.copyOf(statements);
            sections = Set.copyOf(sections);
            remarks = List.copyOf(remarks);
        }
    }

    /** What the broker said instead of a report. */
    record Answer(FlexAnswer answer) implements Scan {}

    /** Not a report, or not a whole one; none of it is taken. */
    record Refused(Refusal refusal) implements Scan {}
}
