package io.flexledger.ingestor.intake;

import io.flexledger.contracts.RawArtifact;
import io.flexledger.ingestor.artifact.SealedStatement;
import io.flexledger.ingestor.artifact.Slice;
import io.flexledger.ingestor.refusal.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was found in each file. One file at a time, all of it or nothing. */
public interface ScanLog {

    /** Replaces what an earlier search of the file had found; statements that were kept stay. */
    ScanResult record(ReceivedFile file, Search search) throws IOException;

    /** What the last search of the file found; absent when it was never searched. */
    Optional<ScanResult> find(String file);

    /** Everything refused, newest file first, in the order of each file; continues behind a place in that order. */
    List<ListedRefusal> refusals(ListedRefusal.Place behind, int limit);

    /** Looks for statements and tells what it finds, in order. */
    interface Search {
        void into(Finds finds) throws IOException;
    }

    /** Takes what a search finds. */
    interface Finds {

        /** A statement that is kept and published unless it is known. */
        void statement(@Nullable String entry, Slice slice, RawArtifact artifact, SealedStatement sealed);

        /** @param artifact absent where account or period are unknown */
        void rejected(@Nullable String entry, Slice slice, @Nullable RawArtifact artifact, Refusal refusal);

        /** @param entry absent for the file itself */
        void refused(@Nullable String entry, Refusal refusal);

        void remarks(List<String> remarks);
    }
}
