/** How fetching is, for monitors. */
@NullMarked
package io.flexledger.ingestor.adapter.health;

import org.jspecify.annotations.NullMarked;
