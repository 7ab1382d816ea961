/**
 * The schema {@code mapping}: one class per table, SQL as constants, batches as arrays. What is written runs inside the
 * caller's transaction; {@link io.flexledger.mapper.adapter.db.PgMappingRecords} reads.
 */
@NullMarked
package io.flexledger.mapper.adapter.db;

import org.jspecify.annotations.NullMarked;
