package io.flexledger.ingestor.process;

import io.flexledger.ingestor.artifact.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HexFormat;

/** A file that is made while it is read, the same each time. */
interface LargeBody {

    InputStream open();

    default long size() throws IOException {
        try (var bytes = open()) {
            return bytes.transferTo(OutputStream.nullOutputStream());
        }
    }

    default String sha256() throws IOException {
        var digest = Sha256.digest();
        var buffer = new byte[1 << 16];
        try (var bytes = open()) {
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
