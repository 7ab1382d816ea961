package io.flexledger.deployment;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a service asks its environment for, as its {@code application.properties} say.
 *
 * @param optional variables with a default
 * @param required variables without one
 * @param port     default of {@code FLEXLEDGER_HTTP_PORT}
 */
record ServiceSettings(String module, String schema, Set<String> optional, Set<String> required, String port) {

    static final List<String> MODULES = List.of(
            "ingestor-service", "mapper-service", "ledger-service", "report-service", "realtime-gateway-service");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z_]+)(:?)");

    static ServiceSettings of(String module) {
        String properties = Checkout.text(module + "/src/main/resources/application.properties");
        Set<String> optional = new TreeSet<>();
        Set<String> required = new TreeSet<>();
        VARIABLE.matcher(properties)
                .results()
                .forEach(found -> (found.group(2).isEmpty() ? required : optional).add(found.group(1)));
        return new ServiceSettings(
                module,
                Checkout.only(properties, "(?m)^flexledger\\.db\\.schema=(.+)$"),
                optional,
                required,
                Checkout.only(properties, "\\$\\{FLEXLEDGER_HTTP_PORT:(\\d+)}"));
    }

    boolean reads(String variable) {
        return optional.contains(variable) || required.contains(variable);
    }
}
