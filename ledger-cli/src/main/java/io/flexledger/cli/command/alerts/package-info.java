/** {@code ledger alerts}. */
@NullMarked
package io.flexledger.cli.command.alerts;

import org.jspecify.annotations.NullMarked;
