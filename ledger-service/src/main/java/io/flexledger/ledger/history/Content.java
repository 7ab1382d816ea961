package io.flexledger.ledger.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.journal.Projection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A projection's state as text, and the hash of what it says. The hash leaves out the version and which row of which
 * statement said it: the same facts from other files, or in another order, hash alike.
 *
 * @param json without version
 * @param hash SHA-256, hex
 */
public record Content(String json, String hash) {

    private static final List<String> PROVENANCE = List.of("version", "sources", "source");

    public static Content of(Projection projection) {
        var tree = ContractJson.MAPPER.valueToTree(projection);
        var json = tree.toString();
        strip(tree);
        return new Content(json, sha256(tree.toString()));
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            // A mark's or a rate's source is content: a word, not a row.
            PROVENANCE.forEach(name -> {
                var value = object.get(name);
                if (value != null && !value.isTextual()) {
                    object.remove(name);
                }
            });
            object.forEach(Content::strip);
        } else if (node instanceof ArrayNode array) {
            array.forEach(Content::strip);
        }
    }

    public static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
