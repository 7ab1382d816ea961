package io.flexledger.ingestor.artifact;

import io.flexledger.ingestor.flex.FlexAnswer;
import io.flexledger.ingestor.refusal.Refusal;
import java.util.List;

/** What a document turned out to be. */
public sealed interface Scan {

    /**
     * A report, complete to its last byte.
     *
     * @param statements in the order of the document, at least one
     * @param remarks    what a person may want to know; nothing that needs action
     */
    record Report(Envelope envelope, List<FoundStatement> statements, List<String> remarks) implements Scan {

        public Report {
            statements = List.copyOf(statements);
            remarks = List.copyOf(remarks);
        }
    }

    /** What the broker said instead of a report. */
    record Answer(FlexAnswer answer) implements Scan {}

    /** Not a report, or not a whole one; none of it is taken. */
    record Refused(Refusal refusal) implements Scan {}
}
