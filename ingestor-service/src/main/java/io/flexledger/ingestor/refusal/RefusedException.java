package io.flexledger.ingestor.refusal;

import java.io.IOException;

/**
 * Ends the reading of bytes that are refused, wherever the reader stands, even inside the XML parser. Never leaves a
 * scan or an unpacking: there it becomes the {@link Refusal} it carries.
 */
public final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.detail());
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
