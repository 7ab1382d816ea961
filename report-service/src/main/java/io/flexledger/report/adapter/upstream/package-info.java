/** The services that keep the broker's rows and statements, asked when a figure is traced, and what the ledger waits for. */
@NullMarked
package io.flexledger.report.adapter.upstream;

import org.jspecify.annotations.NullMarked;
