package io.flexledger.testing.flex.report;

import java.time.Instant;

/**
 * Which report is wanted.
 *
 * @param span        ends on a day that is published
 * @param generatedAt stands in the report as {@code whenGenerated}
 */
public record ReportOrder(SimulatedQuery query, Span span, Instant generatedAt) {}
