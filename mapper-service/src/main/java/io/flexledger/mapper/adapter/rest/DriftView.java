package io.flexledger.mapper.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.mapper.lookup.FoundDrift;
import io.flexledger.mapper.reading.Drift;
import org.jspecify.annotations.Nullable;

/** Something unknown, flat. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DriftView(
        Drift.Kind kind,
        String section,
        String name,
        @Nullable String value,
        long count,
        ArtifactId firstSeen) {

    static DriftView of(FoundDrift found) {
        var drift = found.drift();
        return new DriftView(
                drift.kind(), drift.section(), drift.name(), drift.value(), found.count(), found.firstSeen());
    }
}
