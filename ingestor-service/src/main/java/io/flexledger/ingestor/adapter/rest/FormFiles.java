package io.flexledger.ingestor.adapter.rest;

import static io.flexledger.ingestor.adapter.rest.ProblemType.INVALID_MULTIPART;
import static io.flexledger.ingestor.adapter.rest.ProblemType.UPLOAD_INTERRUPTED;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jboss.resteasy.reactive.common.util.CaseInsensitiveMap;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;
import org.jspecify.annotations.Nullable;

/**
 * The files of a {@code multipart/form-data} body, one after the other, while the body arrives: none is held in memory
 * or on disk here. Parts without a file name are passed over.
 */
final class FormFiles {

    private static final int BUFFER = 16 * 1024;
    private static final int BOUNDARY = 200;

    private final InputStream body;
    private final MultipartParser.ParseState parser;
    private final byte[] buffer = new byte[BUFFER];
    private final Deque<Event> events = new ArrayDeque<>();

    FormFiles(InputStream body, @Nullable String boundary) {
        if (boundary == null || boundary.isEmpty() || boundary.length() > BOUNDARY) {
            throw INVALID_MULTIPART.because("the content type names no boundary");
        }
        this.body = body;
        this.parser = MultipartParser.beginParse(
                new Parts(), boundary.getBytes(StandardCharsets.US_ASCII), StandardCharsets.UTF_8.name());
    }

    /** A part with a file name; its content ends where the next part begins. */
    record FormFile(String name, InputStream content) {}

    /** The next file, absent after the last. What was not read of the one before is passed over. */
    @Nullable
    FormFile next() throws IOException {
        for (var event = take(); event != null; event = take()) {
            if (event instanceof Begin(String name) && name != null) {
                return new FormFile(name, new PartContent());
            }
        }
        return null;
    }

    private sealed interface Event {}

    private record Begin(@Nullable String name) implements Event {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Bytes(byte[] bytes) implements Event {}

    private record End() implements Event {}

    /** Feeds the parser until it has something to tell; absent at the end of the form. */
    private @Nullable Event take() throws IOException {
        while (events.isEmpty()) {
            if (parser.isComplete()) {
                return null;
            }
            int count = body.read(buffer);
            if (count < 0) {
                throw UPLOAD_INTERRUPTED.because("the form ends before its closing boundary");
            }
            try {
                parser.parse(ByteBuffer.wrap(buffer, 0, count));
            } catch (IOException | RuntimeException e) {
                throw INVALID_MULTIPART.because("the form cannot be read: " + e.getMessage());
            }
        }
        return events.poll();
    }

    private final class Parts implements MultipartParser.PartHandler {

        @Override
        public void beginPart(CaseInsensitiveMap<String> headers) {
            events.add(new Begin(FileName.ofDisposition(headers.getFirst("Content-Disposition"))));
        }

        @Override
        public void data(ByteBuffer data) {
            var bytes = new byte[data.remaining()];
            data.get(bytes);
            events.add(new Bytes(bytes));
        }

        @Override
        public void endPart() {
            events.add(new End());
        }
    }

    private final class PartContent extends InputStream {

        private byte[] bytes = {};
        private int position;
        private boolean ended;

        @Override
        public int read() throws IOException {
            return fill() ? bytes[position++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, bytes.length - position);
            System.arraycopy(bytes, position, target, offset, count);
            position += count;
            return count;
        }

        private boolean fill() throws IOException {
            while (!ended && position == bytes.length) {
                switch (take()) {
                    case Bytes(byte[] more) -> {
                        bytes = more;
                        position = 0;
                    }
                    case null, default -> ended = true;
                }
            }
            return !ended;
        }
    }
}
