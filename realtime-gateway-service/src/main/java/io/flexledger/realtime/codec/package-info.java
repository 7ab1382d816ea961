/**
 * Messages to bytes and back, for the version agreed on when the connection was made.
 *
 * <p>{@link io.flexledger.realtime.codec.Codec} is the seam; {@link io.flexledger.realtime.codec.TextCodec} speaks the
 * text protocol. No request is encoded to anything but a question: the ids are listed in one place and a test holds the
 * list.
 */
@NullMarked
package io.flexledger.realtime.codec;

import org.jspecify.annotations.NullMarked;
