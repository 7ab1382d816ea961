package io.flexledger.realtime.adapter.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.flexledger.realtime.frame.KeptFrame;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A message as it came.
 *
 * @param fields        the parts of its text; the first is the number of its kind
 * @param payloadBase64 the bytes, whose SHA-256 is above
 * @param related       all messages about the same execution, in order
 */
record FrameView(
        String sha256,
        long number,
        Instant receivedAt,
        int serverVersion,
        String section,
        List<String> fields,
        String payloadBase64,
        List<String> related) {

    static FrameView of(KeptFrame kept, List<KeptFrame> related) {
        byte[] payload = kept.frame().payload();
        return new FrameView(
                kept.id().sha256(),
                kept.number(),
                kept.frame().receivedAt(),
                kept.frame().serverVersion(),
                kept.section().wireName(),
                fields(payload),
                Base64.getEncoder().encodeToString(payload),
                related.stream().map(frame -> frame.id().sha256()).toList());
    }

    /** Each ends with a zero byte, so what is after the last is no field. */
    private static List<String> fields(byte[] payload) {
        List<String> parts = Arrays.asList(new String(payload, UTF_8).split("\0", -1));
        return parts.getLast().isEmpty() ? parts.subList(0, parts.size() - 1) : parts;
    }
}
