package io.flexledger.realtime.frame;

import io.flexledger.realtime.codec.Codec;
import io.flexledger.realtime.codec.TextCodec;
import io.flexledger.realtime.message.Incoming;
import io.flexledger.realtime.wire.UndecodableException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads frames, each by the layout of its own server version. */
public final class FrameReader {

    private final Map<Integer, Codec> codecs = new ConcurrentHashMap<>();

    public Incoming read(Frame frame) throws UndecodableException {
        return codecs.computeIfAbsent(frame.serverVersion(), TextCodec::new).decode(frame.payload());
    }

    /** What was readable when it was kept still is, or the program is wrong. */
    Incoming readAgain(KeptFrame kept) {
        try {
            return read(kept.frame());
        } catch (UndecodableException e) {
            throw new IllegalStateException("kept frame " + kept.number() + " cannot be read any more", e);
        }
    }
}
