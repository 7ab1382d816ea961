package io.flexledger.contracts.journal;

import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Units of one lot closed by one fill.
 *
 * @param lot              the fill that opened the lot
 * @param openedAt         its instant
 * @param openedOn         its report date
 * @param closedBy         the closing fill
 * @param closedAt         its instant
 * @param closedOn         its report date
 * @param quantity         units closed, with the sign of the position: negative for a short covered
 * @param openPrice        per unit
 * @param carryPrice       per unit in the net asset value just before: the last mark, or the opening price
 * @param closePrice       per unit
 * @param basis            the broker's cost of these units, commission and carried premium included
 * @param realizedBroker   the broker's {@code fifoPnlRealized} for these units: zero for an option that was assigned
 *                         or exercised, whose premium moves into the shares
 * @param realizedEconomic price against price, before commission
 * @param basisKnown       false where the lot was opened before the first statement
 */
public record Disposal(
        InstrumentId instrument,
        EventId lot,
        Instant openedAt,
        LocalDate openedOn,
        EventId closedBy,
        Instant closedAt,
        LocalDate closedOn,
        Quantity quantity,
        Money openPrice,
        Money carryPrice,
        Money closePrice,
        Money basis,
        Money realizedBroker,
        Money realizedEconomic,
        boolean basisKnown) {}
