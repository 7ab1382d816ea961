package io.flexledger.stack;

import java.sql.Connection;
import java.sql.SQLException;

/** The login that may make roles and schemas, on a server of whatever kind. */
@FunctionalInterface
public interface Superuser {

    /** A connection of its own to the database of this name. */
    Connection connect(String database) throws SQLException;
}
