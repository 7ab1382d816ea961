/** The commands, one class each: arguments in, calls to the stack, an answer out. */
@NullMarked
package io.flexledger.cli.command;

import org.jspecify.annotations.NullMarked;
