@NullMarked
package io.flexledger.testing.gateway.day;

import org.jspecify.annotations.NullMarked;
