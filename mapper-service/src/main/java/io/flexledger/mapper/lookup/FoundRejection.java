package io.flexledger.mapper.lookup;

import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.mapper.reading.Rejection;

/**
 * A refused row, or a refused artifact.
 *
 * @param id grows with time
 */
public record FoundRejection(long id, ArtifactId artifact, Rejection rejection) {}
