/** The read models: one class per table, batches in, domain types out. */
@NullMarked
package io.flexledger.report.adapter.db;

import org.jspecify.annotations.NullMarked;
