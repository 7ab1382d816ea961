/**
 * The project's own account, {@code U7654321}, through seven days of July 2025: the two golden days and quiet ones around
 * them. {@link io.flexledger.testing.statement.sample.WriteSamples} writes it to {@code samples/}.
 */
@NullMarked
package io.flexledger.testing.statement.sample;

import org.jspecify.annotations.NullMarked;
