/** What is known while the day runs and worth nothing the day after: whether the broker's gateway is heard. */
@NullMarked
package io.flexledger.contracts.live;

import org.jspecify.annotations.NullMarked;
