package io.flexledger.ingestor.fetch;

import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.contracts.progress.StandstillException;
import java.util.List;
import java.util.OptionalInt;

/** The services behind, which a run waits for. */
public interface Telling {

    /** Until the new statements are with the message broker. */
    void awaitSent() throws StandstillException;

    /** Until they are mapped; returns their rows, empty where this service was not told who maps. */
    OptionalInt awaitMapped(List<ArtifactId> artifacts) throws StandstillException;

    /** Until the reports show them; false where this service was not told who shows them. */
    boolean awaitTold() throws StandstillException;
}
