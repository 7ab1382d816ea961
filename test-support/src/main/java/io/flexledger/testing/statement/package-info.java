/**
 * Activity statements for tests: made from a seed, of any size, and consistent in every figure.
 *
 * <p>{@link io.flexledger.testing.statement.StatementSpec} says what to make, {@link
 * io.flexledger.testing.statement.GeneratedStatement} makes it, {@link
 * io.flexledger.testing.statement.GenerateStatements} does so from a command line. Below: {@code simulation} invents an
 * account's days, {@code account} keeps its books, {@code section} writes them down as {@code xml}, {@code identity} checks
 * any statement, also the broker's own, and {@code sample} holds the project's sample account.
 */
@NullMarked
package io.flexledger.testing.statement;

import org.jspecify.annotations.NullMarked;
