/**
 * How bytes on the gateway's socket become fields and back: the opening, the length-prefixed frames, and the
 * NUL-terminated texts inside them.
 *
 * <p>Nothing here knows what a message means, opens a socket or waits. Start with
 * {@link io.flexledger.realtime.wire.Frames}.
 */
@NullMarked
package io.flexledger.realtime.wire;

import org.jspecify.annotations.NullMarked;
