/**
 * How an alert reaches a person: what is said, by which channel, when it is tried again and when no more. Start at
 * {@link io.flexledger.report.delivery.Channel}; what to tell is not decided here.
 */
@NullMarked
package io.flexledger.report.delivery;

import org.jspecify.annotations.NullMarked;
