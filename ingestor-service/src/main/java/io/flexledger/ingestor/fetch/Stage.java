package io.flexledger.ingestor.fetch;

import java.util.Locale;

/** Parts of a run, in their order. */
public enum Stage {
    REQUEST,
    POLL,
    DOWNLOAD,
    PERSIST,
    PUBLISH,
    CANONICAL_MAPPING,
    SNAPSHOT;

    /** As in a run's diagnostics: {@code canonical_mapping}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
