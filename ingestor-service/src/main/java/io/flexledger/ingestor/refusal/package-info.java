/**
 * Input that is kept but not taken: a stable code, what was found, and what a person does next. Wrong input is a
 * value, so that one bad statement never costs the good ones beside it.
 */
@NullMarked
package io.flexledger.ingestor.refusal;

import org.jspecify.annotations.NullMarked;
