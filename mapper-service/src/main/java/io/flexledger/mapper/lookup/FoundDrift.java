package io.flexledger.mapper.lookup;

import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.mapper.reading.Drift;

/**
 * Something unknown, with how often it was seen.
 *
 * @param firstSeen the artifact that stated it first, in broker time
 */
public record FoundDrift(Drift drift, long count, ArtifactId firstSeen) {}
