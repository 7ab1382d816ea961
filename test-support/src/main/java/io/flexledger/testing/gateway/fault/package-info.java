/**
 * What can go wrong with a gateway: {@link io.flexledger.testing.gateway.fault.Fault} names it, {@link
 * io.flexledger.testing.gateway.fault.FaultPlan} keeps what waits for its occasion, {@link
 * io.flexledger.testing.gateway.fault.FaultDice} draws faults by chance.
 */
@NullMarked
package io.flexledger.testing.gateway.fault;

import org.jspecify.annotations.NullMarked;
