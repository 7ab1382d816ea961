/** The topics as a person reads them. */
@NullMarked
package io.flexledger.cli.tail;

import org.jspecify.annotations.NullMarked;
