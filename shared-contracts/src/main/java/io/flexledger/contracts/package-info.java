/**
 * What the services say to one another. Start at {@link io.flexledger.contracts.Topics}, the register of topics;
 * {@link io.flexledger.contracts.event.CanonicalEvent} is what the broker stated, the three
 * {@link io.flexledger.contracts.journal.Projection}s are what the ledger made of it. {@link io.flexledger.contracts.ContractJson}
 * is the only mapper. Behaviour is deliberately absent: a rule about money lives in the service that owns it.
 */
@NullMarked
package io.flexledger.contracts;

import org.jspecify.annotations.NullMarked;
