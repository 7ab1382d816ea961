/**
 * Rule set ECON-1: every cent of a day once, and from there an explanation of what the story of
 * {@link io.flexledger.report.story} left to the close.
 */
@NullMarked
package io.flexledger.report.bridge;

import org.jspecify.annotations.NullMarked;
