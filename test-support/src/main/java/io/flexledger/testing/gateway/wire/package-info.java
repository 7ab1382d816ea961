/**
 * The bytes of the text protocol: {@link io.flexledger.testing.gateway.wire.Encoder} spells every answer for one server
 * version, {@link io.flexledger.testing.gateway.wire.FrameReader} takes a client's requests apart, {@link
 * io.flexledger.testing.net.Listener} accepts connections. Nothing here knows an account.
 */
@NullMarked
package io.flexledger.testing.gateway.wire;

import org.jspecify.annotations.NullMarked;
