package io.flexledger.contracts.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How the types that are not records of fields look in JSON. */
final class Scalars {

    /** Plain notation, no exponent. */
    private static final String DECIMAL = "^-?[0-9]+(\\.[0-9]+)?$";

    private static final Map<Class<?>, ObjectNode> PLAIN = Map.of(
            String.class, of("string"),
            boolean.class, of("boolean"),
            Boolean.class, of("boolean"),
            int.class, of("integer"),
            Integer.class, of("integer"),
            long.class, of("integer"),
            UUID.class, of("string").put("format", "uuid"),
            LocalDate.class, of("string").put("format", "date"),
            Instant.class, of("string").put("format", "date-time"),
            BigDecimal.class, of("string").put("pattern", DECIMAL));

    private static final Map<Class<?>, ObjectNode> NAMED = Map.of(
            AccountId.class, of("string").put("minLength", 1).put("maxLength", 64),
            ArtifactId.class, of("string").put("pattern", "^[0-9a-f]{64}$"),
            CurrencyCode.class, of("string").put("pattern", "^[A-Z][A-Z0-9]{2,4}$"),
            EventId.class, of("string").put("format", "uuid"),
            InstrumentId.class, of("string").put("pattern", "^[^:]+:.+$"),
            Quantity.class, of("string").put("pattern", DECIMAL));

    private Scalars() {}

    /** A type of the JDK: written where it stands. */
    static Optional<ObjectNode> findPlain(Class<?> type) {
        return Optional.ofNullable(PLAIN.get(type)).map(ObjectNode::deepCopy);
    }

    /** A type of the contracts whose JSON is one string: named once, referred to. */
    static Optional<ObjectNode> findNamed(Class<?> type) {
        return Optional.ofNullable(NAMED.get(type)).map(ObjectNode::deepCopy);
    }

    static ObjectNode get(Class<?> type) {
        return findPlain(type).or(() -> findNamed(type)).orElseThrow();
    }

    private static ObjectNode of(String type) {
        return ContractJson.MAPPER.createObjectNode().put("type", type);
    }
}
