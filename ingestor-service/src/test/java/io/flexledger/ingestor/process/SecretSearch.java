package io.flexledger.ingestor.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.ZstdInputStream;
import io.flexledger.testing.TestStack;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;

/** Looks for a text in every form it may have been written in, and counts where it looked. */
final class SecretSearch {

    private static final byte[] ZSTD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};

    private final Set<String> forms;
    private final List<String> hits = new ArrayList<>();
    private final Map<String, Searched> searched = new LinkedHashMap<>();

    /** How much of one kind. */
    private record Searched(long places, long bytes) {

        Searched plus(Searched other) {
            return new Searched(places + other.places, bytes + other.bytes);
        }
    }

    SecretSearch(String text) {
        forms = forms(text);
    }

    /** As it is, every character escaped as in a URL, in hex, and in base64 wherever in a text it begins. */
    private static Set<String> forms(String text) {
        var bytes = text.getBytes(UTF_8);
        var hex = HexFormat.of();
        var forms = new LinkedHashSet<>(List.of(
                text,
                IntStream.range(0, bytes.length)
                        .mapToObj(i -> "%" + hex.toHexDigits(bytes[i]))
                        .collect(Collectors.joining()),
                hex.formatHex(bytes),
                hex.withUpperCase().formatHex(bytes)));
        for (int before = 0; before < 3; before++) {
            var shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            var coded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            // What depends on the neighbours is left out.
            forms.add(coded.substring(before == 0 ? 0 : before + 1, coded.length() - 1));
        }
        return forms;
    }

    /** Where it was found. */
    List<String> hits() {
        return List.copyOf(hits);
    }

    /** What was searched, such as {@code 3 logs of 120 kB}. */
    String extent() {
        return searched.entrySet().stream()
                .map(kind -> "%d %s of %d kB"
                        .formatted(
                                kind.getValue().places(),
                                kind.getKey(),
                                kind.getValue().bytes() / 1000))
                .collect(Collectors.joining(", "));
    }

    void text(String kind, String place, String text) {
        searched.merge(kind, new Searched(1, text.length()), Searched::plus);
        if (forms.stream().anyMatch(text::contains)) {
            hits.add(kind + ": " + place);
        }
    }

    /** As they are, and unpacked. */
    void bytes(String kind, String place, byte[] bytes) throws IOException {
        text(kind, place, new String(bytes, ISO_8859_1));
        if (bytes.length > ZSTD.length && Arrays.equals(bytes, 0, ZSTD.length, ZSTD, 0, ZSTD.length)) {
            text(kind + " unpacked", place, new String(unpacked(bytes), ISO_8859_1));
        }
    }

    private static byte[] unpacked(byte[] bytes) throws IOException {
        var whole = new ByteArrayOutputStream();
        try (var zstd = new ZstdInputStream(new ByteArrayInputStream(bytes))) {
            zstd.transferTo(whole);
        }
        return whole.toByteArray();
    }

    void files(String kind, Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                text(kind, file.toString(), file.getFileName().toString());
                bytes(kind, file.toString(), Files.readAllBytes(file));
            }
        }
    }

    /** Every row of every table of the service's schema, and what is packed in them. */
    void tables() throws SQLException, IOException {
        try (var connection = Stored.connect();
                var statement = connection.createStatement()) {
            var names = new ArrayList<String>();
            var tables = statement.executeQuery(
                    "select table_name from information_schema.tables where table_schema = 'ingest' order by 1");
            while (tables.next()) {
                names.add(tables.getString(1));
            }
            for (var name : names) {
                rows(name, statement.executeQuery("select * from " + name));
            }
            var files = statement.executeQuery("select file_id, string_agg(bytes, ''::bytea order by ordinal)"
                    + " from received_chunk group by file_id");
            while (files.next()) {
                bytes("kept files", files.getString(1), files.getBytes(2));
            }
        }
    }

    private void rows(String table, ResultSet rows) throws SQLException, IOException {
        var columns = rows.getMetaData();
        while (rows.next()) {
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                var place = table + "." + columns.getColumnName(column);
                if (!columns.getColumnTypeName(column).equals("bytea")) {
                    text("values in tables", place, String.valueOf(rows.getString(column)));
                } else if (rows.getBytes(column) != null) {
                    text("values in tables", place, new String(rows.getBytes(column), ISO_8859_1));
                }
            }
        }
    }

    /** Every record of every topic. */
    void topics() throws Exception {
        try (var admin = Admin.create(
                Map.<String, Object>of("bootstrap.servers", TestStack.running().bootstrap()))) {
            for (var topic : admin.listTopics().names().get()) {
                Stored.records(topic, record -> {
                    try {
                        text("records", topic, String.valueOf(record.key()));
                        for (var header : record.headers()) {
                            bytes("records", topic, header.value());
                        }
                        if (record.value() != null) {
                            bytes("records", topic, record.value());
                        }
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                });
            }
        }
    }
}
