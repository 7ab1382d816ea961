@NullMarked
package io.flexledger.contracts.progress;

import org.jspecify.annotations.NullMarked;
