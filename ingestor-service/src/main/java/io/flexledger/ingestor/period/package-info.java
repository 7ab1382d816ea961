/**
 * Which days to ask the broker for. {@link io.flexledger.ingestor.period.ReportDays} knows which days should be there at
 * an instant and which a statement completes, {@link io.flexledger.ingestor.period.JobPeriod} turns that into the dates
 * of one request, {@link io.flexledger.ingestor.period.BackfillPlan} into those of several.
 * {@link io.flexledger.ingestor.period.Role} says what a report has to hold. No clock is read here.
 */
@NullMarked
package io.flexledger.ingestor.period;

import org.jspecify.annotations.NullMarked;
