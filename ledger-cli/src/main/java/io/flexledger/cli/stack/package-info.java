/**
 * One stack on this machine: broker, database and the five services as processes of their own, in one data directory.
 *
 * <p>Start at {@link io.flexledger.cli.stack.Stack}, which brings a stack up and down; what its processes are is said
 * in {@link io.flexledger.cli.stack.StackPlan}. Nothing is remembered in memory: every command reads the directory and
 * looks which of the processes live, so a stack outlives the command that started it and any of its processes.
 */
@NullMarked
package io.flexledger.cli.stack;

import org.jspecify.annotations.NullMarked;
