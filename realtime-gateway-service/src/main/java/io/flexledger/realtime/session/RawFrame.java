package io.flexledger.realtime.session;

import java.time.Instant;

/** One message as it was read, before anybody knows what it says. */
public final class RawFrame {

    private final long session;
    private final int serverVersion;
    private final Instant receivedAt;
    private final byte[] payload;

    /**
     * @param session       counts the connections of this process, from 1
     * @param serverVersion gives the bytes their meaning
     * @param receivedAt    by this machine's clock
     * @param payload       without the length
     */
    public RawFrame(long session, int serverVersion, Instant receivedAt, byte[] payload) {
        this.session = session;
        this.serverVersion = serverVersion;
        this.receivedAt = receivedAt;
        this.payload = payload.clone();
    }

    public long session() {
        return session;
    }

    public int serverVersion() {
        return serverVersion;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** The caller's own. */
    public byte[] payload() {
        return payload.clone();
    }

    /** Without what it says, which may be somebody's money. */
    @Override
    public String toString() {
        return "frame of %d bytes in session %d at version %d, received at %s"
                .formatted(payload.length, session, serverVersion, receivedAt);
    }
}
