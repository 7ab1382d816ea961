/**
 * A statement's bytes as a sequence of rows. One pass, one row in memory, hard limits, no DTD and no entities. Knows
 * XML and nothing of the broker's columns. Start at {@link io.flexledger.mapper.ibkr.row.RowReader}.
 */
@NullMarked
package io.flexledger.mapper.ibkr.row;

import org.jspecify.annotations.NullMarked;
