/**
 * An invented account: prices and rates that walk, a trader who trades them, a calendar of cash. Everything follows from one
 * seed; start with {@link io.flexledger.testing.statement.simulation.SimulatedAccount}.
 */
@NullMarked
package io.flexledger.testing.statement.simulation;

import org.jspecify.annotations.NullMarked;
