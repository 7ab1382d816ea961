/**
 * The {@code ledger} command: everything a person or a script does with a stack from a shell.
 *
 * <p>Start at {@link io.flexledger.cli.Ledger}, which lists the commands. Data goes to stdout and nothing else does;
 * what is said to the person goes to stderr ({@link io.flexledger.cli.Talk}); how it ended is an
 * {@link io.flexledger.cli.ExitCode}. No command computes a figure: the services answer, the command shows.
 */
@NullMarked
package io.flexledger.cli;

import org.jspecify.annotations.NullMarked;
