package io.flexledger.ingestor.intake;

import io.flexledger.ingestor.refusal.Refusal;
import io.flexledger.ingestor.refusal.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongFunction;

/** Puts bytes that come only once where they can be read again. */
public interface Spool {

    /** Content that is gone when closed. */
    interface Held extends Content, AutoCloseable {

        @Override
        void close() throws IOException;
    }

    /**
     * Reads all bytes, hashing and counting them.
     *
     * @param limit    bytes that may come
     * @param tooLarge the refusal when more come, given the limit
     * @throws RefusedException when more come
     */
    Held fill(InputStream bytes, long limit, LongFunction<Refusal> tooLarge) throws IOException;
}
