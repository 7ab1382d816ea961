/**
 * Which version of a fact is the newest, and whether it has to be told. Pure; the memory itself is a table. Start at
 * {@link io.flexledger.mapper.version.FactVersion}.
 */
@NullMarked
package io.flexledger.mapper.version;

import org.jspecify.annotations.NullMarked;
