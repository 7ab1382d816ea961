/**
 * What changes is pushed from here: one hub per replica, which hears the database, and its clients over server-sent
 * events and WebSocket.
 */
@NullMarked
package io.flexledger.report.adapter.live;

import org.jspecify.annotations.NullMarked;
