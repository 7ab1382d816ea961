@NullMarked
package io.flexledger.contracts.journal;

import org.jspecify.annotations.NullMarked;
