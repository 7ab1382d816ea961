package io.flexledger.testing;

import io.flexledger.stack.Databases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The services' logins in a test database: all there, all with one password. */
final class ServiceRoles {

    static final String PASSWORD = "only-for-tests";

    private ServiceRoles() {}

    static void sharePassword(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (String role : Databases.SERVICES) {
                statement.execute("alter role %s login password '%s'".formatted(role, PASSWORD));
            }
        }
    }

    /** What {@link Databases} does on a server of the local stack, for a database that came from elsewhere. */
    static void create(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (String role : Databases.SERVICES) {
                statement.execute("create role %s login password '%s'".formatted(role, PASSWORD));
                statement.execute("create schema %s authorization %s".formatted(role, role));
            }
        }
    }
}
