/**
 * Reads statements and states the facts in them, on the canonical-event topic.
 *
 * <p>It remembers which facts it has stated, and nothing about what they add up to; that is the ledger's.
 */
@NullMarked
package io.flexledger.mapper;

import org.jspecify.annotations.NullMarked;
