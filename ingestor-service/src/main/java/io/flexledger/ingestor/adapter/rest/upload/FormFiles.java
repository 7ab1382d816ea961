package io.flexledger.ingestor.adapter.rest.upload;

import io.flexledger.ingestor.refusal.Refusal;
import io.flexledger.ingestor.refusal.RefusalCode;
import io.flexledger.ingestor.refusal.RefusedException;
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
    private static final int HEADERS = 64 * 1024;
    private static final int FILES = 1_000;

    private final InputStream body;
    private final MultipartParser.ParseState parser;
    private final byte[] buffer = new byte[BUFFER];
    private final Deque<Event> events = new ArrayDeque<>();
    private int files;
    private @Nullable RefusedException fault;

    FormFiles(InputStream body, @Nullable String boundary) throws RefusedException {
        if (boundary == null || boundary.isEmpty() || boundary.length() > BOUNDARY) {
            throw unreadable("The content type names no boundary.");
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
                if (++files > FILES) {
                    throw unreadable("The form has more than %d files; those before were taken.".formatted(FILES));
                }
                return new FormFile(name, new PartContent());
            }
        }
        if (files == 0) {
            throw unreadable("No part of the form has a file name.");
        }
        return null;
    }

    private static RefusedException unreadable(String detail) {
        return new RefusedException(Refusal.of(
                RefusalCode.INVALID_MULTIPART,
                detail,
                "Send the file as the whole body, or as a part that has a file name."));
    }

    private sealed interface Event {}

    private record Begin(@Nullable String name) implements Event {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Bytes(byte[] bytes) implements Event {}

    private record End() implements Event {}

    /** Absent at the end of the form. Where a form is broken once, nothing behind that place is believed. */
    private @Nullable Event take() throws IOException {
        if (fault != null) {
            throw fault;
        }
        try {
            return parsed();
        } catch (RefusedException e) {
            fault = e;
            throw e;
        }
    }

    /** Feeds the parser until it has something to tell. */
    private @Nullable Event parsed() throws IOException {
        int fed = 0;
        while (events.isEmpty()) {
            if (parser.isComplete()) {
                return null;
            }
            if (fed > HEADERS) { // the parser collects headers in memory, and has no limit of its own
                throw unreadable("The form has more than %d bytes between two parts.".formatted(HEADERS));
            }
            int count = body.read(buffer);
            if (count < 0) {
                throw ArrivingBody.interrupted("The form ends before its closing boundary.");
            }
            feed(count);
            fed += count;
        }
        return events.poll();
    }

    private void feed(int count) throws RefusedException {
        try {
            parser.parse(ByteBuffer.wrap(buffer, 0, count));
        } catch (IOException | RuntimeException e) {
            throw unreadable("The form cannot be read: " + e.getMessage() + ".");
        }
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
