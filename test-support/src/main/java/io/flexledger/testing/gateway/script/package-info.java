/**
 * What happens at the gateway while clients are connected: {@link io.flexledger.testing.gateway.script.GatewayScript}
 * is the hand of a test, {@link io.flexledger.testing.gateway.script.GatewayDay} plays a list of fills at any speed.
 */
@NullMarked
package io.flexledger.testing.gateway.script;

import org.jspecify.annotations.NullMarked;
