/**
 * The conversation with one client: {@link io.flexledger.testing.gateway.session.ClientSession} keeps a connection from
 * hello to end, {@link io.flexledger.testing.gateway.session.Sessions} knows all of them, {@link
 * io.flexledger.testing.gateway.session.TrafficLog} remembers what was said.
 */
@NullMarked
package io.flexledger.testing.gateway.session;

import org.jspecify.annotations.NullMarked;
