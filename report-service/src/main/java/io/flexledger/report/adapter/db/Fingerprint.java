package io.flexledger.report.adapter.db;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.journal.Projection;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Hash of what a record says, leaving out how often it was said and which file said it: a rebuild from other files gives
 * the same.
 */
final class Fingerprint {

    private Fingerprint() {}

    static String of(Projection projection) {
        JsonNode tree = ContractJson.MAPPER.valueToTree(projection);
        return of(ContractJson.write(stripped(tree)));
    }

    static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static JsonNode stripped(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("version");
            object.remove("sources");
            // The name also stands for who states a rate or a mark, which is part of what is said.
            if (object.path("source").isObject()) {
                object.remove("source");
            }
            object.forEach(Fingerprint::stripped);
        } else if (node instanceof ArrayNode array) {
            array.forEach(Fingerprint::stripped);
        }
        return node;
    }
}
