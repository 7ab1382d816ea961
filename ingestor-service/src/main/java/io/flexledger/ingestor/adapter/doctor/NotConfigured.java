package io.flexledger.ingestor.adapter.doctor;

import io.flexledger.ingestor.doctor.Finding;

/** What is found where the broker's web service is not used. */
final class NotConfigured {

    private NotConfigured() {}

    static Finding finding() {
        return Finding.skip(
                "the broker's web service is not used",
                "To use it, set ACCOUNT_ID, IBKR_FLEX_TOKEN and IBKR_FLEX_QUERY_ID.");
    }
}
