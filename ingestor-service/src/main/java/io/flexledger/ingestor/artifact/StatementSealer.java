package io.flexledger.ingestor.artifact;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import io.flexledger.contracts.id.ArtifactId;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Cuts statements out of a document, one after the other, and gives each its identity and its compressed form. Reads
 * the document once, forward; statements must come in the order of their places.
 */
public final class StatementSealer implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final InputStream document;
    private final int maxCompressed;
    private final byte[] buffer = new byte[BUFFER];
    private long position;

    /** @param maxCompressed bytes a compressed statement may have */
    public StatementSealer(InputStream document, int maxCompressed) {
        this.document = document;
        this.maxCompressed = maxCompressed;
    }

    public SealedStatement seal(Slice slice) throws IOException {
        document.skipNBytes(slice.offset() - position);
        var tag = document.readNBytes(slice.tagLength());
        var exact = Sha256.digest();
        var canonical = Sha256.digest();
        exact.update(tag);
        CanonicalTag.update(canonical, tag);
        var compressed = new BoundedBytes(maxCompressed);
        try (var zstd = new ZstdOutputStreamNoFinalizer(compressed, Zstd.defaultCompressionLevel())) {
            zstd.setChecksum(true);
            zstd.write(tag);
            long left = slice.length() - tag.length;
            while (left > 0) {
                int count = document.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (count < 0) {
                    throw new EOFException("the document ends inside statement " + slice.ordinal());
                }
                exact.update(buffer, 0, count);
                canonical.update(buffer, 0, count);
                zstd.write(buffer, 0, count);
                left -= count;
            }
        }
        position = slice.end();
        return new SealedStatement(ArtifactId.of(hex(exact)), hex(canonical), slice.length(), compressed);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
