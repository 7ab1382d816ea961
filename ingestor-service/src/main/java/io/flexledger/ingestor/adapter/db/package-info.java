/** The archive and the log of scans in PostgreSQL, over the reactive client; blocking, for virtual threads. */
@NullMarked
package io.flexledger.ingestor.adapter.db;

import org.jspecify.annotations.NullMarked;
