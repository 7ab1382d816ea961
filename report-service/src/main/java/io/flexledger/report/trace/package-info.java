/**
 * From a shown figure down to the broker's row.
 */
@NullMarked
package io.flexledger.report.trace;

import org.jspecify.annotations.NullMarked;
