package io.flexledger.ingestor.intake;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All files ever received, byte for byte, in a chain of hashes. Only ever grows. */
public interface Archive {

    /**
     * How a file arrives.
     *
     * @param name     as the sender calls it
     * @param required sections without which none of its statements is taken
     */
    record Arrival(Origin origin, @Nullable String name, Instant receivedAt, Set<String> required) {}

    /**
     * Keeps the file and its link, both or neither. A file whose bytes are known is not kept again: the first one is
     * returned.
     */
    ReceivedFile keep(Content content, Arrival arrival);

    Optional<ReceivedFile> find(String sha256);

    /** The bytes as received. */
    InputStream open(String sha256);

    /** Files that are kept but were never searched for statements, oldest first. */
    List<ReceivedFile> unscanned(int limit);

    /** Newest first, those before a place in the chain. */
    List<ReceivedFile> newest(long before, int limit);

    /** Oldest first, those behind a place in the chain. */
    List<ReceivedFile> after(long position, int limit);
}
