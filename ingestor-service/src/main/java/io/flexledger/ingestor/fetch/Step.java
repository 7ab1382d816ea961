package io.flexledger.ingestor.fetch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What comes next in a talk with the broker. */
public sealed interface Step {

    /** A call. */
    sealed interface Call extends Step {

        /** Before the call. */
        Duration pause();

        /** What went wrong before; absent where nothing did. */
        @Nullable
        Setback setback();
    }

    /** Request the report. */
    record Ask(Duration pause, @Nullable Setback setback) implements Call {}

    /** Download it. */
    record Fetch(Duration pause, @Nullable Setback setback, Receipt receipt) implements Call {}

    /** There is no report, and there will be none in this run. */
    record GiveUp(FlexFailure failure) implements Step {}

    /**
     * What the broker gave for a request.
     *
     * @param reference under which the report is downloaded
     * @param url       where; empty where the broker left it open
     */
    record Receipt(String reference, String url) {}
}
