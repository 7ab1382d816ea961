/** What the ledger publishes, batch by batch. */
@NullMarked
package io.flexledger.report.adapter.kafka;

import org.jspecify.annotations.NullMarked;
