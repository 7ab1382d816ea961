/**
 * The whole platform's broker and database on one machine, without containers: a real Kafka broker and a real
 * PostgreSQL server, both taken from Maven artifacts.
 *
 * <p>Start at {@link io.flexledger.stack.KafkaBroker} and {@link io.flexledger.stack.PostgresServer}; what they hold is
 * made by {@link io.flexledger.stack.TopicSetup} and {@link io.flexledger.stack.Databases}; where they listen is
 * decided by {@link io.flexledger.stack.Ports}. The services themselves are not started here, and nothing here knows
 * what a record or a table means.
 */
@NullMarked
package io.flexledger.stack;

import org.jspecify.annotations.NullMarked;
