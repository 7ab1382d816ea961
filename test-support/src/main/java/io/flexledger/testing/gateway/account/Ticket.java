package io.flexledger.testing.gateway.account;

import io.flexledger.testing.gateway.wire.CommissionReport;
import io.flexledger.testing.gateway.wire.Execution;
import org.jspecify.annotations.Nullable;

/**
 * An execution as the gateway has it in its log.
 *
 * @param report null while the commission is not known
 */
public record Ticket(Execution execution, @Nullable CommissionReport report) {}
