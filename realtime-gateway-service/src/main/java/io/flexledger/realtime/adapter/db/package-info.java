/** The tables of the schema, one class each. */
@NullMarked
package io.flexledger.realtime.adapter.db;

import org.jspecify.annotations.NullMarked;
