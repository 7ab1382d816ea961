/**
 * The difference between a bug and an outage, and what follows from it: {@link io.flexledger.transport.outage.Outage}
 * decides, {@link io.flexledger.transport.outage.Persistence} waits, {@link io.flexledger.transport.outage.Troubles}
 * remembers and logs, {@link io.flexledger.transport.outage.TransportHealth} shows.
 */
@NullMarked
package io.flexledger.transport.outage;

import org.jspecify.annotations.NullMarked;
