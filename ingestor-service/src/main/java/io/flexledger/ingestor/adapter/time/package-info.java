/** What time it is. */
@NullMarked
package io.flexledger.ingestor.adapter.time;

import org.jspecify.annotations.NullMarked;
