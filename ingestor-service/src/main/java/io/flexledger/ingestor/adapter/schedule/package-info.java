/** What happens by itself: looking into the watched folder, and finishing what was interrupted. */
@NullMarked
package io.flexledger.ingestor.adapter.schedule;

import org.jspecify.annotations.NullMarked;
