/**
 * A number that is shown, its stable name, and how it came about. Formatting and printed arithmetic live here, so that what
 * a reader multiplies by hand gives what is printed.
 */
@NullMarked
package io.flexledger.report.figure;

import org.jspecify.annotations.NullMarked;
