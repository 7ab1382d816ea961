/**
 * The gateway's messages as bytes, kept before they are understood. {@link io.flexledger.realtime.frame.FrameBook}
 * makes fills of those that were kept.
 */
@NullMarked
package io.flexledger.realtime.frame;

import org.jspecify.annotations.NullMarked;
