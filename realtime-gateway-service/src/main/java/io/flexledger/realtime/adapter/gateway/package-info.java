/**
 * The socket to the broker's gateway: {@link io.flexledger.realtime.adapter.gateway.GatewayConnection} owns the only
 * one there is, and does what {@link io.flexledger.realtime.session.SessionRules} say.
 *
 * <p>One thread reads, folds and tells the listener; another one writes. Both are virtual.
 */
@NullMarked
package io.flexledger.realtime.adapter.gateway;

import org.jspecify.annotations.NullMarked;
