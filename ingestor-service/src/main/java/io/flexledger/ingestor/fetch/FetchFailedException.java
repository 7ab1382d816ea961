package io.flexledger.ingestor.fetch;

/** Ends a talk without a report. */
public final class FetchFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient FlexFailure failure;

    public FetchFailedException(FlexFailure failure) {
        super(failure.detail());
        this.failure = failure;
    }

    public FlexFailure failure() {
        return failure;
    }
}
