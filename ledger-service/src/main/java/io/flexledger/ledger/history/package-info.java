/**
 * Versions of one fact. A statement generated later wins, whatever arrived first; what it does not say stays as an
 * earlier one said.
 */
@NullMarked
package io.flexledger.ledger.history;

import org.jspecify.annotations.NullMarked;
