@NullMarked
package io.flexledger.broken.left;

import org.jspecify.annotations.NullMarked;
