package io.flexledger.report.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** RFC 2104 by hand, over SHA-256: what a receiver checks a signature with. */
public final class Hmac {

    private static final int BLOCK = 64;

    private Hmac() {}

    /** @param secret with its {@code whsec_}; its key is no longer than a block */
    public static String signature(String secret, String id, String timestamp, String body) {
        var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        var head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        var inner = digest(pad(key, 0x36), head, body.getBytes(StandardCharsets.UTF_8));
        return "v1," + Base64.getEncoder().encodeToString(digest(pad(key, 0x5c), inner));
    }

    private static byte[] pad(byte[] key, int mask) {
        var padded = Arrays.copyOf(key, BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            padded[i] ^= (byte) mask;
        }
        return padded;
    }

    private static byte[] digest(byte[]... parts) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                sha.update(part);
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
