@NullMarked
package io.flexledger.testing.gateway;

import org.jspecify.annotations.NullMarked;
