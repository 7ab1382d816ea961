/**
 * What the gateway knows: {@link io.flexledger.testing.gateway.account.SimulatedAccount} is one account, {@link
 * io.flexledger.testing.gateway.account.TradeLog} has the executions of all of them with what they cost.
 */
@NullMarked
package io.flexledger.testing.gateway.account;

import org.jspecify.annotations.NullMarked;
