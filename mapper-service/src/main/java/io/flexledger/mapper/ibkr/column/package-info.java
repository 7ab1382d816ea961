/**
 * What stands in a column: numbers, dates and times in every shape the broker writes them, and nothing else. Text that
 * is not of the expected shape is a {@link io.flexledger.mapper.ibkr.column.RefusedException}, never a guess.
 */
@NullMarked
package io.flexledger.mapper.ibkr.column;

import org.jspecify.annotations.NullMarked;
