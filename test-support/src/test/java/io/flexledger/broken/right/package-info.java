@NullMarked
package io.flexledger.broken.right;

import org.jspecify.annotations.NullMarked;
