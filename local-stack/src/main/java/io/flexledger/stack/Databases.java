package io.flexledger.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * The one database of the platform, with a login and a schema for each service.
 *
 * <p>A role may connect and owns its schema; it can neither see into another's schema nor create one. Doing it again
 * changes nothing, and repairs what is missing.
 */
public final class Databases {

    public static final String DATABASE = "flexledger";

    /** Each is a role, and the schema that role owns. */
    public static final List<String> SERVICES = List.of("ingest", "mapping", "ledger", "report", "realtime");

    private static final long ONE_AT_A_TIME = 0x666c_6578L;

    private Databases() {}

    /** Makes up the passwords, too. Returns the logins by service, in the order of {@link #SERVICES}. */
    public static Map<String, ServiceRole> prepare(PostgresServer server) throws SQLException {
        return prepare(server::connect, () -> passwords(server.settings().roles()));
    }

    /** The same on any server, with the passwords the roles come with. */
    public static void prepare(Superuser server, Map<String, ServiceRole> roles) throws SQLException {
        prepare(server, () -> roles);
    }

    /** @param logins asked for once nobody else is at work on this server */
    private static Map<String, ServiceRole> prepare(Superuser server, Supplier<Map<String, ServiceRole>> logins)
            throws SQLException {
        try (Connection maintenance = server.connect("postgres");
                Statement statement = maintenance.createStatement()) {
            statement.execute("select pg_advisory_lock(" + ONE_AT_A_TIME + ")");
            createDatabase(maintenance);
            statement.execute("revoke all on database postgres, template1 from public");
            Map<String, ServiceRole> roles = logins.get();
            try (Connection database = server.connect(DATABASE)) {
                prepare(database, roles);
            }
            return roles;
        }
    }

    private static void createDatabase(Connection maintenance) throws SQLException {
        if (!exists(maintenance, "select 1 from pg_database where datname = ?", DATABASE)) {
            run(maintenance, "create database " + DATABASE);
        }
    }

    private static void prepare(Connection database, Map<String, ServiceRole> roles) throws SQLException {
        // Nothing below may end up in the server's log with a password in it, not even when it fails.
        run(database, "set log_statement = none; set log_min_error_statement = panic");
        run(database, "revoke all on database " + DATABASE + " from public");
        run(database, "revoke all on schema public from public");
        for (ServiceRole role : roles.values()) {
            prepare(database, role);
        }
    }

    private static void prepare(Connection database, ServiceRole role) throws SQLException {
        String name = role.name();
        if (!exists(database, "select 1 from pg_roles where rolname = ?", name)) {
            run(database, "create role " + name + " login");
        }
        run(database, "alter role " + name + " password " + quoted(role.password()));
        run(database, "grant connect on database " + DATABASE + " to " + name);
        run(database, "create schema if not exists " + name + " authorization " + name);
        run(database, "alter role " + name + " in database " + DATABASE + " set search_path = " + name);
    }

    private static Map<String, ServiceRole> passwords(Path file) {
        try {
            Properties stored = new Properties();
            if (Files.exists(file)) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    stored.load(reader);
                }
            }
            if (!stored.stringPropertyNames().containsAll(SERVICES)) {
                SERVICES.forEach(service -> stored.putIfAbsent(service, SecretFile.newPassword()));
                StringWriter content = new StringWriter();
                stored.store(content, null);
                SecretFile.write(file, content.toString());
            }
            Map<String, ServiceRole> roles = new LinkedHashMap<>();
            SERVICES.forEach(service -> roles.put(service, new ServiceRole(service, stored.getProperty(service))));
            return roles;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a literal, whatever a person chose; a backslash means itself in PostgreSQL. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
