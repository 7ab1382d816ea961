/**
 * Effect, consumed offset and outgoing records of a batch in one PostgreSQL transaction.
 *
 * <p>A consumer hands its batch to {@link io.flexledger.transport.Inbox}, which runs the service's
 * {@link io.flexledger.transport.BatchEffect}; whatever has to be told to others goes into
 * {@link io.flexledger.transport.Outbox} inside that same transaction. A service that only sends uses the outbox alone.
 * {@link io.flexledger.transport.InboxAssignment} starts consumers where the database says. The module's README has the
 * properties a channel needs.
 *
 * <p>Deliberately absent: Kafka transactions, dead letters, and any knowledge of what a record means.
 */
@NullMarked
package io.flexledger.transport;

import org.jspecify.annotations.NullMarked;
