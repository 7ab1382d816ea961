package io.flexledger.testing.flex.service;

import io.flexledger.testing.flex.report.Report;

/** What the service says, before it is written down. */
public sealed interface ServiceAnswer {

    /** The request was taken; the report is fetched under this reference. */
    record Receipt(String reference) implements ServiceAnswer {}

    record Refusal(BrokerCode code) implements ServiceAnswer {}

    record Statement(Report report) implements ServiceAnswer {}

    static ServiceAnswer refusal(int code) {
        return new Refusal(BrokerCode.of(code));
    }
}
