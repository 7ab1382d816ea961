package io.flexledger.realtime.session;

/**
 * Is told what the gateway says and how it stands with it, always from one thread and in order. While it is busy
 * nothing more is read, so that a slow listener slows the gateway down and loses nothing.
 */
public interface GatewayListener {

    /**
     * Every message, also those nobody understands. When this throws, the session ends and the next one asks for
     * everything again.
     */
    void heard(RawFrame frame);

    /** Whenever anything but the time of the last sign of life and the clocks' difference has changed. */
    void changed(SessionStatus status);
}
