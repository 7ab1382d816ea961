package io.flexledger.cli.stack;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a person set for the services, in the environment or in a file {@code .env}. A service is given what it may read
 * and nothing else: the broker's token reaches the ingestor alone, and who is told of alerts the report.
 *
 * @param variables all there are, the environment above the file
 */
public record Settings(Map<String, String> variables) {

    private static final String JAVA_OPTIONS = "FLEXLEDGER_JAVA_OPTS";
    private static final Pattern OF_EVERY_SERVICE =
            Pattern.compile("(FLEXLEDGER|TRANSPORT|QUARKUS)_.+|LOG_FORMAT|APP_LOG_LEVEL");
    // What a .env holds for containers: other logins, other ports.
    private static final Pattern OF_CONTAINERS =
            Pattern.compile("FLEXLEDGER_(DB_ADMIN_PASSWORD|DB_PASSWORD_.+|BIND|PORT_.+|VERSION)");
    private static final Pattern OF_GATEWAY = Pattern.compile("(FLEXLEDGER|REALTIME)_GATEWAY_.+");
    private static final Pattern OF_TELLING = Pattern.compile("FLEXLEDGER_(ALERTS|MAIL)_.+");
    private static final Pattern OF_FETCHING = Pattern.compile("ACCOUNT_ID|IBKR_FLEX_.+|FLEX_.+");

    public Settings {
        variables = Map.copyOf(variables);
    }

    /** For the environment of its process, never for its arguments, which everybody on the machine can read. */
    Map<String, String> of(Service service) {
        Pattern own = Pattern.compile(service.name().toUpperCase(Locale.ROOT) + "_.+");
        return variables.entrySet().stream()
                .filter(variable -> isFor(service, own, variable.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** More flags for the JVMs of the services. */
    List<String> javaOptions() {
        return words(JAVA_OPTIONS);
    }

    /** What is set under this name, taken apart at blanks. */
    List<String> words(String name) {
        String text = variables.getOrDefault(name, "").strip();
        return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    }

    /** Names alone. */
    @Override
    public String toString() {
        return "Settings" + variables.keySet();
    }

    /** Whether a setting says whom to ask for reports, and how. */
    static boolean isOfFetching(String name) {
        return OF_FETCHING.matcher(name).matches();
    }

    /** Whether a setting says where the broker's gateway is, and how to talk with it. */
    static boolean isOfGateway(String name) {
        return OF_GATEWAY.matcher(name).matches();
    }

    /** Whether a setting says who is told of alerts, and how. */
    static boolean isOfTelling(String name) {
        return OF_TELLING.matcher(name).matches();
    }

    private static boolean isFor(Service service, Pattern own, String name) {
        if (isOfFetching(name)) {
            return service == Service.INGESTOR;
        }
        if (isOfTelling(name)) {
            return service == Service.REPORT;
        }
        return own.matcher(name).matches()
                || (OF_EVERY_SERVICE.matcher(name).matches()
                        && !OF_CONTAINERS.matcher(name).matches());
    }
}
