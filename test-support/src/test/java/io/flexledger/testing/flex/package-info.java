@NullMarked
package io.flexledger.testing.flex;

import org.jspecify.annotations.NullMarked;
