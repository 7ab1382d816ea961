/**
 * Looking up what was mapped: from a figure's source back to the row and its bytes, and what was refused or unknown on
 * the way. Start at {@link io.flexledger.mapper.lookup.MappingRecords}.
 */
@NullMarked
package io.flexledger.mapper.lookup;

import org.jspecify.annotations.NullMarked;
