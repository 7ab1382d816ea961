/** When a gateway may be away, and how long to wait before it is tried again. */
@NullMarked
package io.flexledger.realtime.session.outage;

import org.jspecify.annotations.NullMarked;
