package io.flexledger.testing.statement.account;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Cash that moves without a fill.
 *
 * @param amount positive received, negative paid
 * @param instrument the share behind a dividend or its tax
 */
public record CashMovement(
        String transactionId,
        Kind kind,
        String currency,
        BigDecimal amount,
        String description,
        LocalDateTime time,
        @Nullable Instrument instrument) {

    /** The kinds, with the words of the cash section and of the statement of funds. */
    public enum Kind {
        DEPOSIT("Deposits/Withdrawals", "DEP"),
        WITHDRAWAL("Deposits/Withdrawals", "WITH"),
        DIVIDEND("Dividends", "DIV"),
        PAYMENT_IN_LIEU("Payment In Lieu Of Dividends", "PIL"),
        WITHHOLDING_TAX("Withholding Tax", "FRTAX"),
        INTEREST_PAID("Broker Interest Paid", "DINT"),
        INTEREST_RECEIVED("Broker Interest Received", "CINT"),
        OTHER_FEE("Other Fees", "OFEE");

        private final String label;
        private final String fundsCode;

        Kind(String label, String fundsCode) {
            this.label = label;
            this.fundsCode = fundsCode;
        }

        public String label() {
            return label;
        }

        public String fundsCode() {
            return fundsCode;
        }
    }
}
