/**
 * Fills the gateway told before a statement did: {@link io.flexledger.ledger.provisional.Placement} says on which day
 * each counts, or why it does not. Decided from what is known, never from the order in which it came.
 */
@NullMarked
package io.flexledger.ledger.provisional;

import org.jspecify.annotations.NullMarked;
