/**
 * What can go wrong: {@link io.flexledger.testing.flex.fault.Fault} names it, {@link
 * io.flexledger.testing.flex.fault.FaultPlan} says which request it happens to, {@link
 * io.flexledger.testing.flex.fault.FaultText} reads it from a command line.
 */
@NullMarked
package io.flexledger.testing.flex.fault;

import org.jspecify.annotations.NullMarked;
