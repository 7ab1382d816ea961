/**
 * The day as a person reads it: sections and blocks in order, in Hong Kong time first. Start at
 * {@link io.flexledger.report.narrative.Narrator}; {@link io.flexledger.report.narrative.DayReport} is the structure,
 * the renderers only print it.
 */
@NullMarked
package io.flexledger.report.narrative;

import org.jspecify.annotations.NullMarked;
