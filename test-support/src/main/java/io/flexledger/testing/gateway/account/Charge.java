package io.flexledger.testing.gateway.account;

import java.math.BigDecimal;

/** What is paid for an execution; positive is a cost. */
public record Charge(BigDecimal amount, String currency) {

    public static Charge of(String amount, String currency) {
        return new Charge(new BigDecimal(amount), currency);
    }
}
