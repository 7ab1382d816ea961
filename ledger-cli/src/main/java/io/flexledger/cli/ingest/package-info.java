/** Statements on disk, wherever they lie, and what the ingestor made of each. */
@NullMarked
package io.flexledger.cli.ingest;

import org.jspecify.annotations.NullMarked;
