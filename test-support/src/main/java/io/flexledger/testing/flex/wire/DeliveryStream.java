package io.flexledger.testing.flex.wire;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;

/** Lets bytes pass as a delivery says, with all that went before already on the wire when it stops. */
final class DeliveryStream extends FilterOutputStream {

    private final Delivery delivery;
    private long passed;
    private boolean held;

    DeliveryStream(OutputStream out, Delivery delivery) {
        super(out);
        this.delivery = delivery;
    }

    /** The body ends here and the connection with it. */
    static final class CutException extends IOException {

        private static final long serialVersionUID = 1L;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            stop();
            int step = (int) Math.min(length - done, room());
            out.write(bytes, offset + done, step);
            passed += step;
            done += step;
            pause();
        }
        stop();
    }

    /** A body shorter than where it was to be held is held at its end. */
    void finish() throws IOException {
        hold(Long.MAX_VALUE);
        if (delivery.cutAt() >= 0) {
            throw cut();
        }
    }

    private void stop() throws IOException {
        hold(passed);
        if (delivery.cutAt() >= 0 && passed >= delivery.cutAt()) {
            throw cut();
        }
    }

    private CutException cut() throws IOException {
        out.flush();
        return new CutException();
    }

    private long room() {
        long room = Long.MAX_VALUE;
        if (delivery.cutAt() >= 0) {
            room = delivery.cutAt() - passed;
        }
        if (delivery.gate() != null && !held) {
            room = Math.min(room, delivery.gate().after() - passed);
        }
        return delivery.drip() == null ? room : Math.min(room, delivery.drip().bytes());
    }

    private void hold(long position) throws IOException {
        if (delivery.gate() == null || held || position < delivery.gate().after()) {
            return;
        }
        held = true;
        out.flush();
        try {
            delivery.gate().await();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void pause() throws IOException {
        if (delivery.drip() == null) {
            return;
        }
        out.flush();
        try {
            Thread.sleep(delivery.drip().pause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static InterruptedIOException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        InterruptedIOException failure = new InterruptedIOException("the server ends");
        failure.initCause(cause);
        return failure;
    }
}
