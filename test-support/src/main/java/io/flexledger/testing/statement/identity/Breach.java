package io.flexledger.testing.statement.identity;

/**
 * One relation that does not hold.
 *
 * @param where the row, or the statement when it is a sum over many
 */
public record Breach(Identity identity, String where, String expected, String actual) {

    @Override
    public String toString() {
        return "%s [%s]: %s; expected %s, found %s".formatted(identity, identity.sentence(), where, expected, actual);
    }
}
