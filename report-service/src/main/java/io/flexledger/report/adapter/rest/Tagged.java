package io.flexledger.report.adapter.rest;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Answers whose bytes depend on the data alone: tagged with their hash, not sent again while they are the same. */
public final class Tagged {

    private Tagged() {}

    public static Response answer(Request request, byte[] body, String type) {
        var tag = new EntityTag(hash(body));
        var builder = request.evaluatePreconditions(tag);
        if (builder == null) {
            builder = Response.ok(body, type);
        }
        var cache = new CacheControl();
        cache.setNoCache(true);
        return builder.tag(tag).header("Vary", "Accept").cacheControl(cache).build();
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
