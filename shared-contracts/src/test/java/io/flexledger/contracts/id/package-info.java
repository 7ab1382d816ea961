@NullMarked
package io.flexledger.contracts.id;

import org.jspecify.annotations.NullMarked;
