package io.flexledger.ingestor.intake;

import io.flexledger.ingestor.artifact.Sha256;
import io.flexledger.ingestor.refusal.Refusal;
import io.flexledger.ingestor.refusal.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongFunction;

/** Keeps everything in memory. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Heap(byte[] bytes) implements Spool.Held {

    public static Spool.Held of(InputStream bytes, long limit, LongFunction<Refusal> tooLarge) throws IOException {
        var all = bytes.readAllBytes();
        if (all.length > limit) {
            throw new RefusedException(tooLarge.apply(limit));
        }
        return new Heap(all);
    }

    @Override
    public String sha256() {
        return Sha256.of(bytes);
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public void close() {}
}
