/**
 * Measures the running day: from the gateway's bytes to an open page, and a burst. Start at
 * {@link io.flexledger.benchmarks.live.LiveBenchmark}. The gateway is simulated in this process, so that the instant a
 * message was written is known; everything behind it is the stack a person runs. Both ends are read from one machine's clock.
 */
@NullMarked
package io.flexledger.benchmarks.live;

import org.jspecify.annotations.NullMarked;
