@NullMarked
package io.flexledger.broken.core;

import org.jspecify.annotations.NullMarked;
