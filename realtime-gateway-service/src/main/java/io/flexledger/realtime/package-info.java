/**
 * Listens to the broker's gateway, read-only, and states what it hears as provisional facts.
 *
 * <p>Off unless enabled. It cannot place, change or cancel an order: no such message is written here.
 */
@NullMarked
package io.flexledger.realtime;

import org.jspecify.annotations.NullMarked;
