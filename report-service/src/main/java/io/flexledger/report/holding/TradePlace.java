package io.flexledger.report.holding;

import java.time.LocalDate;
import java.util.UUID;

/** Where a page of executions went on from. */
public record TradePlace(LocalDate date, int sequence, UUID entry) {}
