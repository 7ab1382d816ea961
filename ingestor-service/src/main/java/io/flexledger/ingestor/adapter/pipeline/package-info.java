/** The services behind this one: how far they are. */
@NullMarked
package io.flexledger.ingestor.adapter.pipeline;

import org.jspecify.annotations.NullMarked;
