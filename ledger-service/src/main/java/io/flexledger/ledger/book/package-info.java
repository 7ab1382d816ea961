/**
 * Double entry: a {@link io.flexledger.ledger.book.Movement} changes the {@link io.flexledger.ledger.book.Books} and
 * leaves postings that sum to zero. Everything is in the currency it happened in; base and rates belong to the day.
 */
@NullMarked
package io.flexledger.ledger.book;

import org.jspecify.annotations.NullMarked;
