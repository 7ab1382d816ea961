/** From the topic {@code raw-artifact}; what goes out leaves through the transport's outbox. */
@NullMarked
package io.flexledger.mapper.adapter.kafka;

import org.jspecify.annotations.NullMarked;
