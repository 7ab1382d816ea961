/**
 * A small brokerage account that keeps its own books: lots first in first out, cash per currency, accruals. It is told what
 * happens, in order, and answers with one {@link io.flexledger.testing.statement.account.TradingDay} per report day.
 *
 * <p>Start with {@link io.flexledger.testing.statement.account.AccountBook}. Nothing here knows XML or chance.
 */
@NullMarked
package io.flexledger.testing.statement.account;

import org.jspecify.annotations.NullMarked;
