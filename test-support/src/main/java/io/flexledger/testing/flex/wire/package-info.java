/**
 * HTTP/1.1 with a hand on every byte: {@link io.flexledger.testing.flex.wire.WireServer} listens, a {@link
 * io.flexledger.testing.flex.wire.Reply} says what becomes of a request, and {@link
 * io.flexledger.testing.flex.wire.Delivery} how the body of an answer travels. An HTTP library would repair the very
 * faults that are wanted here.
 */
@NullMarked
package io.flexledger.testing.flex.wire;

import org.jspecify.annotations.NullMarked;
