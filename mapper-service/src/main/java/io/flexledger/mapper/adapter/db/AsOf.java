package io.flexledger.mapper.adapter.db;

import io.flexledger.contracts.RawArtifact;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** When and by which statement something was said, as one text that compares like the versions of a fact. */
final class AsOf {

    /** Sorts before everything: nobody has said it. */
    static final String NEVER = "";

    private static final DateTimeFormatter FIXED_WIDTH =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private AsOf() {}

    static String of(RawArtifact artifact) {
        return of(artifact.generatedAt()) + "/" + artifact.id();
    }

    private static String of(Instant instant) {
        return FIXED_WIDTH.format(instant);
    }
}
