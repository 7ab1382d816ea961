/**
 * Talking with the broker until a report is here or all hope is gone. {@link
 * io.flexledger.ingestor.fetch.Conversation} decides what comes next and knows neither time nor network; {@link
 * io.flexledger.ingestor.fetch.Talk} carries it out through the ports {@link io.flexledger.ingestor.fetch.Broker} and
 * {@link io.flexledger.ingestor.fetch.Pace}, and writes it into the run's {@link
 * io.flexledger.ingestor.fetch.Timeline}.
 */
@NullMarked
package io.flexledger.ingestor.fetch;

import org.jspecify.annotations.NullMarked;
