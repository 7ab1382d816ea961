package io.flexledger.mapper.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.mapper.lookup.FoundRejection;
import io.flexledger.mapper.reading.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A refusal, flat.
 *
 * @param ordinal of the row, 0 for the artifact as a whole
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RejectionView(
        long id,
        ArtifactId artifact,
        int ordinal,
        String section,
        Reason reason,
        @Nullable String field,
        @Nullable String value,
        String expectation,
        String nextStep) {

    static RejectionView of(FoundRejection found) {
        var rejection = found.rejection();
        return new RejectionView(
                found.id(),
                found.artifact(),
                rejection.ordinal(),
                rejection.section(),
                rejection.reason(),
                rejection.field(),
                rejection.value(),
                rejection.expectation(),
                rejection.nextStep());
    }
}
