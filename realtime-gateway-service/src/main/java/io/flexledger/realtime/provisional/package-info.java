/**
 * A fill of the gateway's as a fact of the account. Start at
 * {@link io.flexledger.realtime.provisional.ProvisionalFill}. Whether a statement says the same is for the ledger to
 * see, not for this service.
 */
@NullMarked
package io.flexledger.realtime.provisional;

import org.jspecify.annotations.NullMarked;
