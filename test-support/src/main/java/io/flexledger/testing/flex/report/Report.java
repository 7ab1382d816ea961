package io.flexledger.testing.flex.report;

import java.io.IOException;
import java.io.OutputStream;

/** A report's bytes, made while they are written, and the same each time. */
@FunctionalInterface
public interface Report {
    void writeTo(OutputStream out) throws IOException;
}
