/**
 * The day that runs: what the gateway told of it, how old that is, how its value comes about from the ledger's, and
 * what became of it once the statement was there. Start at {@link io.flexledger.report.live.CurrentNav}.
 */
@NullMarked
package io.flexledger.report.live;

import org.jspecify.annotations.NullMarked;
