/**
 * Measures what the design promises, in one run, as ratios against a limit measured in the same run where there is one:
 * start at {@link io.flexledger.benchmarks.Benchmarks}. Nothing here passes or fails.
 */
@NullMarked
package io.flexledger.benchmarks;

import org.jspecify.annotations.NullMarked;
