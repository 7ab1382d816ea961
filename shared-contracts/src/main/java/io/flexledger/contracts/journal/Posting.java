package io.flexledger.contracts.journal;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.flexledger.contracts.money.Decimals;
import java.math.BigDecimal;

/**
 * One side of an entry. The postings of an entry sum to zero per commodity.
 *
 * @param account   where it is booked, such as {@code Assets:Cash:USD} or {@code Expenses:Commission}
 * @param commodity a currency, or an instrument id for units
 * @param amount    debit positive, credit negative
 */
public record Posting(
        String account,
        String commodity,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount) {

    public Posting {
        amount = Decimals.canonical(amount);
    }
}
