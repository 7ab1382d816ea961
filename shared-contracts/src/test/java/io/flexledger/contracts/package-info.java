/** Holds what the services say to one another against files that a person approved. */
@NullMarked
package io.flexledger.contracts;

import org.jspecify.annotations.NullMarked;
