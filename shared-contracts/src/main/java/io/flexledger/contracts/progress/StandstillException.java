package io.flexledger.contracts.progress;

import java.time.Duration;

/** A service has work to do and does not do it. */
public final class StandstillException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String stage;
    private final String service;
    private final long unread;
    private final long outbox;
    private final Duration patience;

    StandstillException(Stage stage, long unread, long outbox, Duration patience) {
        this.stage = stage.name();
        this.service = stage.service();
        this.unread = unread;
        this.outbox = outbox;
        this.patience = patience;
    }

    @Override
    public String getMessage() {
        return "%s stands still: %d records to read, %d to send, and nothing moved for %d s"
                .formatted(service, unread, outbox, patience.toSeconds());
    }

    /** What whoever waits calls the place. */
    public String stage() {
        return stage;
    }

    public String service() {
        return service;
    }

    /** Records it has not read. */
    public long unread() {
        return unread;
    }

    /** Records it has not sent. */
    public long outbox() {
        return outbox;
    }

    /** How long nothing moved. */
    public Duration patience() {
        return patience;
    }
}
