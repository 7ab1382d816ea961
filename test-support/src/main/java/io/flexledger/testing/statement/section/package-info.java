/**
 * The sections of an activity statement, each written from the {@link
 * io.flexledger.testing.statement.account.TradingDay days} of a period and nothing else.
 *
 * <p>A section asks the period for its days as often as it needs them and keeps only sums, so a period of any length is
 * written in bounded memory. {@link io.flexledger.testing.statement.section.Layouts} names every column in the broker's
 * order; a column that is not listed is one the query did not select.
 */
@NullMarked
package io.flexledger.testing.statement.section;

import org.jspecify.annotations.NullMarked;
