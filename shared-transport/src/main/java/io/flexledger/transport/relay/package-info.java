/**
 * From the outbox to Kafka. {@link io.flexledger.transport.relay.OutboxRelay} is the thread,
 * {@link io.flexledger.transport.Lease} the right to be the only one,
 * {@link io.flexledger.transport.relay.RelayRounds} what happens to a batch, and
 * {@link io.flexledger.transport.relay.RecordSender} the producer. No Kafka transaction is involved: whoever reads a topic
 * drops what it has seen, by version or by content.
 */
@NullMarked
package io.flexledger.transport.relay;

import org.jspecify.annotations.NullMarked;
