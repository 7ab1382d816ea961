/**
 * What reading a statement yields besides events: every row as evidence, what became of it, why a row was refused, and
 * what this version did not know. Values only; start at {@link io.flexledger.mapper.reading.Mapping}.
 */
@NullMarked
package io.flexledger.mapper.reading;

import org.jspecify.annotations.NullMarked;
