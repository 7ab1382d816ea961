package io.flexledger.ingestor.fetch;

import io.flexledger.ingestor.fetch.Pauses.Pause;

/** A call was not made: the token rests, after what another run met. */
public final class TokenRestsException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Pause pause;

    public TokenRestsException(Pause pause) {
        super("the token rests until " + pause.notBefore());
        this.pause = pause;
    }

    public Pause pause() {
        return pause;
    }
}
