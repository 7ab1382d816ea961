@NullMarked
package io.flexledger.contracts.event;

import org.jspecify.annotations.NullMarked;
