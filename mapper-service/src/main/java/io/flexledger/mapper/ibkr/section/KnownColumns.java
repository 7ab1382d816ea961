package io.flexledger.mapper.ibkr.section;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The columns this version knows of each section: one resource file per section, one name per line. */
public final class KnownColumns {

    private static final Map<String, Set<String>> SECTIONS = new ConcurrentHashMap<>();

    private KnownColumns() {}

    /** Empty for a section that has no file. */
    public static Set<String> of(String section) {
        var known = SECTIONS.get(section);
        if (known != null) {
            return known;
        }
        // Only registered sections are looked up: the name comes from the file and must not become a path.
        return Sections.isKnown(section) ? SECTIONS.computeIfAbsent(section, KnownColumns::read) : Set.of();
    }

    private static Set<String> read(String section) {
        try (InputStream file = KnownColumns.class.getResourceAsStream("/ibkr/columns/" + section + ".txt")) {
            if (file == null) {
                return Set.of();
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
