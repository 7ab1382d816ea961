package io.flexledger.mapper.lookup;

import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.mapper.reading.RawRecord;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the mapper has kept. Lists are in a fixed order; a page starts behind the last entry of the one before. */
public interface MappingRecords {

    Optional<MappedArtifact> findArtifact(ArtifactId artifact);

    Optional<RawRecord> findRow(ArtifactId artifact, int ordinal);

    /**
     * Newest first.
     *
     * @param artifact of all artifacts where absent
     * @param before   id of the last entry of the page before
     */
    List<FoundRejection> rejections(@Nullable ArtifactId artifact, long before, int limit);

    /** Most frequent first. */
    List<FoundDrift> drift(int offset, int limit);

    /**
     * By id.
     *
     * @param name an id, a symbol or another alias; all instruments where absent
     * @param after id of the last entry of the page before
     */
    List<FoundInstrument> instruments(@Nullable String name, String after, int limit);

    /**
     * SHA-256 over what is remembered of facts, instruments and base currencies: equal for equal artifacts, whatever the
     * order in which they arrived.
     */
    String projectionHash();
}
