/** What comes in from topics. */
@NullMarked
package io.flexledger.ledger.adapter.kafka;

import org.jspecify.annotations.NullMarked;
