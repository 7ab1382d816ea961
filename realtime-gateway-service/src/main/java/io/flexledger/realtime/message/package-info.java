/**
 * What is said between us and the gateway, without how it is written: {@link io.flexledger.realtime.message.Incoming}
 * is heard, {@link io.flexledger.realtime.message.Request} is asked.
 *
 * <p>Deliberately absent: any message that places, changes, cancels or binds an order. A number the gateway does not
 * have is null, never zero.
 */
@NullMarked
package io.flexledger.realtime.message;

import org.jspecify.annotations.NullMarked;
