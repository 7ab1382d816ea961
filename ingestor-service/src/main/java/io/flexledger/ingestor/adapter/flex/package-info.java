/** The Flex Web Service over HTTP. */
@NullMarked
package io.flexledger.ingestor.adapter.flex;

import org.jspecify.annotations.NullMarked;
