package io.flexledger.ingestor.intake;

import io.flexledger.ingestor.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A document, or a whole file, of which nothing is taken.
 *
 * @param entry the document's name in its archive; absent for the file itself
 */
public record DocumentRefusal(@Nullable String entry, Refusal refusal) {}
