package io.flexledger.ingestor.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.ZstdInputStream;
import io.flexledger.testing.TestStack;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
    private final int longest;
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
        longest = forms.stream().mapToInt(String::length).max().orElseThrow();
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
        look(kind, place, text);
    }

    private void look(String kind, String place, String text) {
        if (forms.stream().anyMatch(text::contains)) {
            hits.add(kind + ": " + place);
        }
    }

    /** As they are, and unpacked; as long as they like, for only a piece at a time is held. */
    void bytes(String kind, String place, InputStream bytes) throws IOException {
        var raw = new BufferedInputStream(new Searching(kind, place, bytes));
        raw.mark(ZSTD.length);
        boolean packed = Arrays.equals(raw.readNBytes(ZSTD.length), ZSTD);
        raw.reset();
        if (packed) {
            new Searching(kind + " unpacked", place, new ZstdInputStream(raw))
                    .transferTo(OutputStream.nullOutputStream());
        }
        raw.transferTo(OutputStream.nullOutputStream());
    }

    private void bytes(String kind, String place, byte[] bytes) throws IOException {
        bytes(kind, place, new ByteArrayInputStream(bytes));
    }

    /** Searches what is read through it, also across two reads. */
    private final class Searching extends FilterInputStream {

        private final String kind;
        private final String place;
        private String before = "";

        Searching(String kind, String place, InputStream bytes) {
            super(bytes);
            this.kind = kind;
            this.place = place;
            searched.merge(kind, new Searched(1, 0), Searched::plus);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int count = super.read(buffer, from, length);
            if (count > 0) {
                searched.merge(kind, new Searched(0, count), Searched::plus);
                var text = before + new String(buffer, from, count, ISO_8859_1);
                look(kind, place, text);
                before = text.substring(Math.max(0, text.length() - longest + 1));
            }
            return count;
        }
    }

    void files(String kind, Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                text(kind, file.toString(), file.getFileName().toString());
                try (var bytes = Files.newInputStream(file)) {
                    bytes(kind, file.toString(), bytes);
                }
            }
        }
    }

    /** Every row of every table of the service's schema, and what is packed in them. */
    void tables() throws SQLException, IOException {
        try (var connection = Stored.connect();
                var statement = connection.createStatement()) {
            // Else the driver holds the whole of a table.
            connection.setAutoCommit(false);
            statement.setFetchSize(10);
            for (var table : column(
                    statement,
                    "select table_name from information_schema.tables where table_schema = 'ingest' order by 1")) {
                rows(table, statement.executeQuery("select * from " + table));
            }
            for (var file : column(statement, "select distinct file_id from received_chunk order by 1")) {
                var chunks = statement.executeQuery(
                        "select bytes from received_chunk where file_id = '" + file + "' order by ordinal");
                bytes("kept files", file, new Chunks(chunks));
            }
        }
    }

    private static List<String> column(Statement statement, String query) throws SQLException {
        var values = new ArrayList<String>();
        var rows = statement.executeQuery(query);
        while (rows.next()) {
            values.add(rows.getString(1));
        }
        return values;
    }

    /** The pieces of one file, each read when it is wanted. */
    private static final class Chunks extends InputStream {

        private final ResultSet rows;
        private InputStream chunk = InputStream.nullInputStream();

        Chunks(ResultSet rows) {
            this.rows = rows;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            try {
                int count = chunk.read(buffer, from, length);
                while (count < 0 && rows.next()) {
                    chunk = new ByteArrayInputStream(rows.getBytes(1));
                    count = chunk.read(buffer, from, length);
                }
                return count;
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }
    }

    private void rows(String table, ResultSet rows) throws SQLException {
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
