/** Asking for reports over HTTP: runs, queries, schedule and backfills. */
@NullMarked
package io.flexledger.ingestor.adapter.rest.fetch;

import org.jspecify.annotations.NullMarked;
