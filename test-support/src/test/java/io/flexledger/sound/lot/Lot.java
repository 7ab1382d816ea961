package io.flexledger.sound.lot;

import java.math.BigDecimal;
import java.time.Instant;

public record Lot(BigDecimal units, Instant openedAt) {}
