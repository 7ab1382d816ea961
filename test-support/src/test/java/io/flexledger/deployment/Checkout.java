package io.flexledger.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files of the project, as they are checked out around this module. */
final class Checkout {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Checkout() {}

    static String text(String file) {
        return text(ROOT.resolve(file));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Regular files below a directory, in order. */
    static List<Path> files(String directory, String ending) {
        try (Stream<Path> all = Files.walk(ROOT.resolve(directory))) {
            return all.filter(file -> file.toString().endsWith(ending) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The documents of a YAML file; anchors and merges are resolved. */
    @SuppressWarnings("unchecked") // the caller knows its file
    static List<Map<String, Object>> yaml(Path file) {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return StreamSupport.stream(yaml.loadAll(text(file)).spliterator(), false)
                .map(document -> (Map<String, Object>) document)
                .toList();
    }

    /** The mapping under a key; a file without it is wrong. */
    @SuppressWarnings("unchecked") // the caller knows its file
    static Map<String, Object> mapping(Map<String, ?> parent, String key) {
        return (Map<String, Object>) member(parent, key);
    }

    /** The list of texts under a key; a file without it is wrong. */
    static List<String> texts(Map<String, ?> parent, String key) {
        return ((List<?>) member(parent, key)).stream().map(String::valueOf).toList();
    }

    private static Object member(Map<String, ?> parent, String key) {
        Object value = parent.get(key);
        if (value == null) {
            throw new AssertionError("no %s in %s".formatted(key, parent.keySet()));
        }
        return value;
    }

    /** The first group of the only match. */
    static String only(String text, String pattern) {
        List<String> found = Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("%d matches of %s".formatted(found.size(), pattern));
        }
        return found.getFirst();
    }
}
