/**
 * When reports are fetched. {@link io.flexledger.ingestor.schedule.Jobs} reads what is configured for a query, a
 * {@link io.flexledger.ingestor.schedule.Job} tells its times. What ran and when is not remembered here, and no clock is
 * read: the time is an argument.
 */
@NullMarked
package io.flexledger.ingestor.schedule;

import org.jspecify.annotations.NullMarked;
