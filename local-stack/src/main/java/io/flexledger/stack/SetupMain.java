package io.flexledger.stack;

import java.io.PrintStream;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * Prepares a database and a broker that somebody else runs: roles, schemas and topics. Doing it again changes nothing
 * but passwords, so it runs before every start of the services.
 */
public final class SetupMain {

    /** Held here, for a logger nobody holds forgets its level. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private SetupMain() {}

    /** Takes everything from {@code FLEXLEDGER_} variables; a missing one is named. */
    public static void main(String[] args) {
        KAFKA.setLevel(Level.WARNING);
        System.exit(run(System.getenv(), System.err));
    }

    /** Returns the exit code. */
    static int run(Map<String, String> environment, PrintStream log) {
        Settings settings = new Settings(environment);
        Map<String, ServiceRole> roles = roles(settings);
        String url = "jdbc:postgresql://%s:%s/"
                .formatted(settings.get("FLEXLEDGER_DB_HOST"), settings.get("FLEXLEDGER_DB_PORT", "5432"));
        Properties login = new Properties();
        login.setProperty("user", settings.get("FLEXLEDGER_DB_ADMIN_USER", "postgres"));
        login.setProperty("password", settings.get("FLEXLEDGER_DB_ADMIN_PASSWORD"));
        String bootstrap = settings.get("FLEXLEDGER_KAFKA_BOOTSTRAP");
        if (!settings.missing().isEmpty()) {
            log.println("not set: " + String.join(", ", settings.missing()));
            return USAGE;
        }
        try {
            Databases.prepare(database -> DriverManager.getConnection(url + database, login), roles);
            log.println("roles and schemas are ready: " + String.join(", ", roles.keySet()));
            createTopics(bootstrap);
            log.println("topics are ready on " + bootstrap);
            return 0;
        } catch (SQLException | ExecutionException | IllegalStateException failure) {
            log.println("not prepared: " + failure.getMessage());
            return FAILED;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private static Map<String, ServiceRole> roles(Settings settings) {
        Map<String, ServiceRole> roles = new LinkedHashMap<>();
        for (String service : Databases.SERVICES) {
            String variable = "FLEXLEDGER_DB_PASSWORD_" + service.toUpperCase(Locale.ROOT);
            roles.put(service, new ServiceRole(service, settings.get(variable)));
        }
        return roles;
    }

    private static void createTopics(String bootstrap) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            TopicSetup.apply(admin);
        }
    }

    /** Reads variables, and remembers which are missing, so that a person learns of all of them at once. */
    private record Settings(Map<String, String> environment, List<String> missing) {

        Settings(Map<String, String> environment) {
            this(environment, new ArrayList<>());
        }

        String get(String variable) {
            String value = environment.getOrDefault(variable, "");
            if (value.isBlank()) {
                missing.add(variable);
            }
            return value;
        }

        String get(String variable, String otherwise) {
            String value = environment.getOrDefault(variable, "");
            return value.isBlank() ? otherwise : value;
        }
    }
}
