/**
 * One account's days in July 2025, as messages: a short SPY call opened, assigned and marked, with the cash and the
 * claims around it. {@link io.flexledger.contracts.sample.Samples} lists them by approved file.
 */
@NullMarked
package io.flexledger.contracts.sample;

import org.jspecify.annotations.NullMarked;
