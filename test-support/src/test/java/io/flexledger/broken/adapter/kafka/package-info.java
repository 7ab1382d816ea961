@NullMarked
package io.flexledger.broken.adapter.kafka;

import org.jspecify.annotations.NullMarked;
