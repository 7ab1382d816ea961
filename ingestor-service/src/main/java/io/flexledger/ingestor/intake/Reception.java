package io.flexledger.ingestor.intake;

import io.flexledger.ingestor.refusal.Refusal;

/** How a file was received. */
public sealed interface Reception {

    /** Id of the ingestion run. */
    long run();

    /** Kept, and searched for statements; perhaps none could be taken. */
    record Kept(long run, ReceivedFile file, ScanResult result) implements Reception {}

    /** Not even the bytes were kept. */
    record NotKept(long run, Refusal refusal) implements Reception {}
}
