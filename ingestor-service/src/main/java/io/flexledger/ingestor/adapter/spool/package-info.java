/** Temporary files. */
@NullMarked
package io.flexledger.ingestor.adapter.spool;

import org.jspecify.annotations.NullMarked;
