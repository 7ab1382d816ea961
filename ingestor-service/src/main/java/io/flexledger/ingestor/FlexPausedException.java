package io.flexledger.ingestor;

import io.flexledger.ingestor.fetch.FlexQuery;
import io.flexledger.ingestor.fetch.Pauses.Pause;

/** The query rests. */
public final class FlexPausedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Pause pause;

    FlexPausedException(FlexQuery query, Pause pause) {
        super("query %s rests until %s: %s".formatted(query.name(), pause.notBefore(), pause.reason()));
        this.pause = pause;
    }

    public Pause pause() {
        return pause;
    }
}
