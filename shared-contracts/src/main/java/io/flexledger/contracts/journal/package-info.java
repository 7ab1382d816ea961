/**
 * What the ledger made of the facts, as absolute state: {@link io.flexledger.contracts.journal.JournalEntry},
 * {@link io.flexledger.contracts.journal.PositionUpdate} and {@link io.flexledger.contracts.journal.NavSnapshot}.
 */
@NullMarked
package io.flexledger.contracts.journal;

import org.jspecify.annotations.NullMarked;
