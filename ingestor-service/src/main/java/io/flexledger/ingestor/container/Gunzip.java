package io.flexledger.ingestor.container;

import io.flexledger.ingestor.refusal.Refusal;
import io.flexledger.ingestor.refusal.RefusalCode;
import io.flexledger.ingestor.refusal.RefusedException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The content of a gzip file; damage is a refusal, not an outage. */
public final class Gunzip extends FilterInputStream {

    private static final int BUFFER = 64 * 1024;

    private Gunzip(InputStream in) {
        super(in);
    }

    public static Gunzip open(InputStream file) throws IOException {
        try {
            return new Gunzip(new GZIPInputStream(file, BUFFER));
        } catch (EOFException | ZipException e) {
            throw damaged(e);
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return super.read(target, offset, length);
        } catch (EOFException | ZipException e) {
            throw damaged(e);
        }
    }

    private static RefusedException damaged(IOException fault) {
        return new RefusedException(Refusal.of(
                RefusalCode.GZIP_DAMAGED,
                "The gzip file cannot be unpacked: " + fault.getMessage() + ".",
                "Copy or download the file again; gzip -t tells whether it is whole."));
    }
}
