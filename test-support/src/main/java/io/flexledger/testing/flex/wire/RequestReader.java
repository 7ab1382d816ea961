package io.flexledger.testing.flex.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads one request after the other off a connection. */
final class RequestReader {

    private static final int LONGEST_HEAD = 1 << 16;
    private static final String HEAD_END = "\r\n\r\n";

    private RequestReader() {}

    /** Empty when the client has closed the connection. */
    static Optional<WireRequest> next(InputStream in) throws IOException {
        String head = head(in);
        if (head.isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = List.of(head.split("\r\n", -1));
        String[] first = lines.getFirst().split(" ", -1);
        if (first.length != 3) {
            throw new IOException("not a request line of three words");
        }
        Map<String, String> headers = headers(lines.subList(1, lines.size()));
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        String[] target = first[1].split("\\?", 2);
        return Optional.of(
                new WireRequest(first[0], target[0], params(target.length > 1 ? target[1] : ""), headers, body));
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int last = 0;
        while (last != HEAD_END.length()) {
            int one = in.read();
            if (one < 0 || head.size() > LONGEST_HEAD) {
                return "";
            }
            head.write(one);
            if (one == HEAD_END.charAt(last)) {
                last++;
            } else {
                last = one == '\r' ? 1 : 0;
            }
        }
        return head.toString(StandardCharsets.ISO_8859_1).strip();
    }

    private static Map<String, String> headers(List<String> lines) {
        Map<String, String> headers = new HashMap<>();
        for (String line : lines) {
            String[] header = line.split(":", 2);
            headers.putIfAbsent(header[0].strip().toLowerCase(Locale.ROOT), header.length > 1 ? header[1].strip() : "");
        }
        return headers;
    }

    private static Map<String, String> params(String query) {
        Map<String, String> params = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] param = pair.split("=", 2);
                params.putIfAbsent(decoded(param[0]), param.length > 1 ? decoded(param[1]) : "");
            }
        }
        return params;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
