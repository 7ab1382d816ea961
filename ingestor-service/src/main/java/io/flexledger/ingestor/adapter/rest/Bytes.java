package io.flexledger.ingestor.adapter.rest;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Base64;
import java.util.HexFormat;

/** Answers with kept bytes, a buffer at a time, and with their hash so that the receiver can check them. */
final class Bytes {

    private Bytes() {}

    static Response answer(InputStream bytes, long size, String sha256, String mediaType) {
        var digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
        return Response.ok(bytes, mediaType)
                .tag(new EntityTag(sha256))
                .header(HttpHeaders.CONTENT_LENGTH, size)
                .header("Repr-Digest", "sha-256=:" + digest + ":") // RFC 9530
                .build();
    }
}
