package io.flexledger.testing.flex.wire;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts an answer on the wire. */
final class AnswerWriter {

    private static final Map<Integer, String> REASONS = Map.of(
            200,
            "OK",
            202,
            "Accepted",
            302,
            "Found",
            400,
            "Bad Request",
            403,
            "Forbidden",
            404,
            "Not Found",
            429,
            "Too Many Requests",
            500,
            "Internal Server Error",
            502,
            "Bad Gateway",
            503,
            "Service Unavailable");

    private AnswerWriter() {}

    /** Whether the connection can carry another request. */
    static boolean write(WireAnswer answer, OutputStream stream, boolean keep) throws IOException {
        OutputStream out = new BufferedOutputStream(stream);
        boolean open = keep && answer.framing() != Framing.CLOSE;
        out.write(head(answer, open).getBytes(StandardCharsets.US_ASCII));
        out.flush();
        try {
            body(answer, out);
        } catch (DeliveryStream.CutException _) {
            return false;
        }
        out.flush();
        return open;
    }

    private static void body(WireAnswer answer, OutputStream out) throws IOException {
        ChunkedStream chunks = new ChunkedStream(out);
        boolean chunked = answer.framing() == Framing.CHUNKED;
        DeliveryStream body = answer.delivery().over(chunked ? chunks : out);
        answer.body().writeTo(body);
        body.finish();
        if (chunked) {
            chunks.finish();
        }
    }

    private static String head(WireAnswer answer, boolean open) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        switch (answer.framing()) {
            case LENGTH ->
                headers.put("Content-Length", Long.toString(answer.body().length()));
            case CHUNKED -> headers.put("Transfer-Encoding", "chunked");
            case CLOSE -> {}
        }
        if (!open) {
            headers.put("Connection", "close");
        }
        StringBuilder head = new StringBuilder(
                "HTTP/1.1 %d %s\r\n".formatted(answer.status(), REASONS.getOrDefault(answer.status(), "Other")));
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString();
    }
}
