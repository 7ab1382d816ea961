/**
 * Folds facts into double-entry postings, lots, positions and net asset values.
 *
 * <p>Nothing but this service knows lots; how figures are shown is the report's.
 */
@NullMarked
package io.flexledger.ledger;

import org.jspecify.annotations.NullMarked;
