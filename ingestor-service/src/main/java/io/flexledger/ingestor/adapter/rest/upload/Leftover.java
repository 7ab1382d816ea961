package io.flexledger.ingestor.adapter.rest.upload;

import io.flexledger.ingestor.refusal.RefusedException;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;

/** What is still to come of a body nobody wants. */
record Leftover(InputStream body, RoutingContext request) {

    private static final int BUFFER = 64 * 1024;

    /**
     * Reads on, within reason: a sender that is cut off while it writes never sees the answer. The connection ends with
     * the answer.
     *
     * @param isAwaited whether the sender waits for leave to send, and gets the answer instead
     * @param most      bytes to read
     */
    void discard(boolean isAwaited, long most) throws IOException {
        request.addEndHandler(_ -> request.request().connection().close());
        if (isAwaited) {
            return;
        }
        var buffer = new byte[BUFFER];
        long read = 0;
        try {
            for (int count = body.read(buffer); count >= 0 && read < most; count = body.read(buffer)) {
                read += count;
            }
        } catch (RefusedException _) {
            // Nobody is left to be answered.
        }
    }
}
