package io.flexledger.ingestor.artifact;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Collects bytes up to a limit; beyond it counts them and keeps none. */
final class BoundedBytes extends OutputStream {

    private final int limit;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long size;

    BoundedBytes(int limit) {
        this.limit = limit;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        size += length;
        if (size <= limit) {
            bytes.write(source, offset, length);
        } else {
            bytes.reset();
        }
    }

    /** All bytes written, kept or not. */
    long size() {
        return size;
    }

    boolean fits() {
        return size <= limit;
    }

    /** Absent when there were more than the limit. */
    Optional<byte[]> kept() {
        return fits() ? Optional.of(bytes.toByteArray()) : Optional.empty();
    }
}
