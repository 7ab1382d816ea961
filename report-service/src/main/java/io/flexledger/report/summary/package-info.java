/**
 * One row per day, and the time-weighted return over them.
 */
@NullMarked
package io.flexledger.report.summary;

import org.jspecify.annotations.NullMarked;
