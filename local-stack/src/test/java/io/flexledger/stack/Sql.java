package io.flexledger.stack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** One statement on a connection of its own. */
interface Sql {

    /** The login whose statements these are. */
    Connection connect() throws SQLException;

    static Sql superuser(PostgresServer server) {
        return () -> server.connect("postgres");
    }

    static Sql service(PostgresServer server, ServiceRole role) {
        return () -> DriverManager.getConnection(server.url(Databases.DATABASE), role.name(), role.password());
    }

    default void run(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row. */
    default String value(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
