package io.flexledger.ingestor.fetch;

import io.flexledger.ingestor.period.StatedDays;
import java.util.List;

/** What the reports of a query have told so far. */
public interface Coverage {

    /** Of its own account, and of its own reports alone: another query may tell less of the same days. */
    List<StatedDays> of(FlexQuery query);
}
