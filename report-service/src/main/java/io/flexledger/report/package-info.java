/**
 * Answers questions about the ledger, over REST and on pages.
 *
 * <p>It computes no posting and changes none: every figure here leads back to one.
 */
@NullMarked
package io.flexledger.report;

import org.jspecify.annotations.NullMarked;
