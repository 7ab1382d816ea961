/** Lots: opened by one fill, closed first in, first out, never rounded. Knows nothing of cash, rates or days. */
@NullMarked
package io.flexledger.ledger.lot;

import org.jspecify.annotations.NullMarked;
