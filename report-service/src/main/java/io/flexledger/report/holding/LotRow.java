package io.flexledger.report.holding;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lot, or the part of it that one fill closed.
 *
 * @param quantity  positive long, negative short
 * @param basis     the broker's cost
 * @param basisKnown false where it was opened before the first statement
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LotRow(
        AccountId account,
        InstrumentId instrument,
        String symbol,
        UUID lot,
        LocalDate entryDate,
        Instant enteredAt,
        @Nullable LocalDate exitDate,
        @Nullable Instant exitedAt,
        Quantity quantity,
        Money entryPrice,
        @Nullable Money exitPrice,
        Money basis,
        @Nullable Money realizedBroker,
        @Nullable Money realizedEconomic,
        boolean basisKnown) {}
