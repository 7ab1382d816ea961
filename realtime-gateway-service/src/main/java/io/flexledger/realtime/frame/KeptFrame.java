package io.flexledger.realtime.frame;

import io.flexledger.contracts.event.Source;
import io.flexledger.contracts.id.ArtifactId;
import org.jspecify.annotations.Nullable;

/**
 * A message that is kept.
 *
 * @param number    in the order of keeping, from 1, with gaps
 * @param execution what all versions of the execution it is about share; null for any other message
 */
public record KeptFrame(
        long number,
        ArtifactId id,
        Section section,
        @Nullable String execution,
        Frame frame) {

    /**
     * What of it a figure was read from. Its hash names it; its number, as far as that is one of 32 bits, only orders
     * it.
     */
    public Source source() {
        return new Source(id, "gateway", section.wireName(), 1 + Math.floorMod(number - 1, Integer.MAX_VALUE));
    }
}
