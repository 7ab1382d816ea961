package io.flexledger.ingestor;

import io.flexledger.ingestor.fetch.FetchOrder;
import io.flexledger.ingestor.intake.Content;
import io.flexledger.ingestor.intake.ScanResult;

/** Working copies of fetched reports, for people and their tools; nothing of this project reads them. */
public interface Copies {

    /** Never throws: a copy that cannot be written costs no run. */
    void keep(FetchOrder order, ScanResult result, Content bytes);
}
