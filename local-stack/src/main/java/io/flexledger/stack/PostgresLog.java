package io.flexledger.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The file that PostgreSQL and its tools write to, one after the other. */
record PostgresLog(Path file) {

    private static final int SHOWN_LINES = 15;

    static PostgresLog open(Path file) throws IOException {
        if (!Files.exists(file)) {
            SecretFile.create(file); // a failed statement is logged with the values in it
        }
        return new PostgresLog(file);
    }

    long end() throws IOException {
        return Files.size(file);
    }

    /** The last lines written after that position. */
    String since(long position) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file).position(position);
                InputStream bytes = Channels.newInputStream(channel)) {
            List<String> lines = new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
        }
    }
}
