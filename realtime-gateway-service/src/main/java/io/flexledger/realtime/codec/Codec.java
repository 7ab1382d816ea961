package io.flexledger.realtime.codec;

import io.flexledger.realtime.message.Incoming;
import io.flexledger.realtime.message.Request;
import io.flexledger.realtime.wire.UndecodableException;

/** One way of writing the messages; chosen once the server's version is known. Payloads are without their length. */
public interface Codec {

    /**
     * @throws UndecodableException for a known message in another layout; the frames after it are not touched by that
     */
    Incoming decode(byte[] payload) throws UndecodableException;

    /** @throws IllegalArgumentException for what this version of the protocol cannot say */
    byte[] encode(Request request);
}
