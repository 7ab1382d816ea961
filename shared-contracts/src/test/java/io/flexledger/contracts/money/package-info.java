@NullMarked
package io.flexledger.contracts.money;

import org.jspecify.annotations.NullMarked;
