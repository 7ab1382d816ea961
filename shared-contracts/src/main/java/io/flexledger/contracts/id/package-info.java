/** Identities. Each is a value with its own type, so that an account cannot be passed where an instrument belongs. */
@NullMarked
package io.flexledger.contracts.id;

import org.jspecify.annotations.NullMarked;
