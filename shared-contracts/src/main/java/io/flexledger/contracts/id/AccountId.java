package io.flexledger.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A broker account. Part of every key from the first day. For example, {@code U7654321}. */
public record AccountId(@JsonValue String value) implements Comparable<AccountId> {

    private static final int LIMIT = 64;

    @JsonCreator
    public AccountId {
        if (value.isBlank() || value.length() > LIMIT) {
            throw new IllegalArgumentException("account must be 1 to " + LIMIT + " characters: '" + value + "'");
        }
    }

    public static AccountId of(String value) {
        return new AccountId(value);
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
