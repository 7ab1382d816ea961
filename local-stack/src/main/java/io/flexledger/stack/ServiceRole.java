package io.flexledger.stack;

/**
 * The database login of one service, which owns the schema of the same name and can use nothing else.
 *
 * @param name     role and schema, as in {@code ledger}
 * @param password never logged
 */
public record ServiceRole(String name, String password) {

    @Override
    public String toString() {
        return "ServiceRole[name=" + name + "]";
    }
}
