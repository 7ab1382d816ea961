package io.flexledger.ingestor.adapter.rest.upload;

import io.flexledger.ingestor.refusal.Refusal;
import io.flexledger.ingestor.refusal.RefusalCode;
import io.flexledger.ingestor.refusal.RefusedException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A request's body. A sender that hangs up is told from a disk that is full: only the first is the sender's affair. */
final class ArrivingBody extends FilterInputStream {

    ArrivingBody(InputStream in) {
        super(in);
    }

    static RefusedException interrupted(String detail) {
        return new RefusedException(
                Refusal.of(RefusalCode.UPLOAD_INTERRUPTED, detail, "Send the file again; nothing of it was kept."));
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
        } catch (IOException _) {
            throw interrupted("The bytes stopped coming before the end of the body.");
        }
    }
}
