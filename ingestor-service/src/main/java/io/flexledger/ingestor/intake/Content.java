package io.flexledger.ingestor.intake;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be read again from the start, however many they are. */
public interface Content {

    /** SHA-256 in lower-case hex. */
    String sha256();

    /** In bytes. */
    long size();

    InputStream open() throws IOException;
}
