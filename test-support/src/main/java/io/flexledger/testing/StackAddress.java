package io.flexledger.testing;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Where the broker and the database of this test run listen.
 *
 * @param bootstrap  the address Kafka clients start from, such as {@code 127.0.0.1:20006}
 * @param dbName     the database; each service has a schema in it, and a role of the same name
 * @param dbPassword of every service's role, and of no other
 */
public record StackAddress(String bootstrap, String dbHost, int dbPort, String dbName, String dbPassword) {

    private static final String KAFKA_BOOTSTRAP = "FLEXLEDGER_KAFKA_BOOTSTRAP";
    private static final String DB_HOST = "FLEXLEDGER_DB_HOST";
    private static final String DB_PORT = "FLEXLEDGER_DB_PORT";
    private static final String DB_NAME = "FLEXLEDGER_DB_NAME";
    private static final String DB_PASSWORD = "FLEXLEDGER_DB_PASSWORD";

    /** As the settings a service reads, under the names it reads in production. */
    public Map<String, String> settings() {
        return Map.of(
                KAFKA_BOOTSTRAP, bootstrap,
                DB_HOST, dbHost,
                DB_PORT, Integer.toString(dbPort),
                DB_NAME, dbName,
                DB_PASSWORD, dbPassword);
    }

    /** For example {@code jdbc:postgresql://127.0.0.1:20005/flexledger}; log in as the schema's own role. */
    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(dbHost, dbPort, dbName);
    }

    String write() {
        Properties properties = new Properties();
        properties.putAll(new TreeMap<>(settings()));
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static StackAddress read(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> values = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return new StackAddress(
                require(values, KAFKA_BOOTSTRAP),
                require(values, DB_HOST),
                Integer.parseInt(require(values, DB_PORT)),
                require(values, DB_NAME),
                require(values, DB_PASSWORD));
    }

    private static String require(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("%s is missing among %s".formatted(name, values.keySet()));
        }
        return value;
    }
}
