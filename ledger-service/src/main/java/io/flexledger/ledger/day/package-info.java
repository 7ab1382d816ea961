/**
 * One report day: start at {@link io.flexledger.ledger.day.DayFold}. The day's facts on the state of the day before give
 * the day's journal, positions and net asset value. Deliberately absent: clocks, databases, topics.
 */
@NullMarked
package io.flexledger.ledger.day;

import org.jspecify.annotations.NullMarked;
