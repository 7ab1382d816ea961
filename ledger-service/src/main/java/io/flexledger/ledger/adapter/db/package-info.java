/** The ledger's tables, one class each; every statement writes or reads a batch. */
@NullMarked
package io.flexledger.ledger.adapter.db;

import org.jspecify.annotations.NullMarked;
