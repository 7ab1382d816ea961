/** The whole service against a simulated gateway, over a real database and a real broker. */
@NullMarked
package io.flexledger.realtime.listening;

import org.jspecify.annotations.NullMarked;
