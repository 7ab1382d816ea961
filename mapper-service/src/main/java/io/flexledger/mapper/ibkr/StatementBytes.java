package io.flexledger.mapper.ibkr;

import java.io.IOException;
import java.io.InputStream;

/** A statement's uncompressed bytes. Can be opened again: some date formats can only be told from the whole file. */
@FunctionalInterface
public interface StatementBytes {

    InputStream open() throws IOException;
}
