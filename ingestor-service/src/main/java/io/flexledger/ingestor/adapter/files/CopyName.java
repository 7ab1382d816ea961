package io.flexledger.ingestor.adapter.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.flexledger.ingestor.artifact.Sha256;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a working copy, {@code all-sections_2025-07-01_2025-07-18_0a1b2c3d4e5f.xml}: the query, the first and the
 * last day, and the beginning of the SHA-256 of its bytes.
 *
 * @param query as it stands in the name
 */
record CopyName(String query, LocalDate from, LocalDate to, String hash) {

    private static final int HASH = 12;
    private static final int LONGEST = 80;
    private static final Pattern FORM = Pattern.compile("(?<query>[A-Za-z0-9_-]?[A-Za-z0-9._-]*(?:~[0-9a-f]{8})?)"
            + "_(?<from>\\d{4}-\\d{2}-\\d{2})_(?<to>\\d{4}-\\d{2}-\\d{2})_(?<hash>[0-9a-f]{12})\\.xml");

    static CopyName of(String query, LocalDate from, LocalDate to, String sha256) {
        return new CopyName(harmless(query), from, to, sha256.substring(0, HASH));
    }

    /** Empty for files of other origin. */
    static Optional<CopyName> parse(String fileName) {
        var form = FORM.matcher(fileName);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CopyName(
                    form.group("query"),
                    LocalDate.parse(form.group("from")),
                    LocalDate.parse(form.group("to")),
                    form.group("hash")));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** Letters, digits and little else, so that a name is never a path. What had to change keeps apart by a hash. */
    private static String harmless(String query) {
        var plain = query.replaceAll("[^A-Za-z0-9._-]", "-").replaceFirst("^\\.+", "-");
        if (plain.length() > LONGEST) {
            plain = plain.substring(0, LONGEST);
        }
        return plain.equals(query) && !plain.isEmpty()
                ? plain
                : plain + "~" + Sha256.of(query.getBytes(UTF_8)).substring(0, 8);
    }

    String fileName() {
        return "%s_%s_%s_%s.xml".formatted(query, from, to, hash);
    }
}
