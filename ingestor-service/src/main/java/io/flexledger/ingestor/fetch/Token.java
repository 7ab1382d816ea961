package io.flexledger.ingestor.fetch;

import io.flexledger.ingestor.artifact.Sha256;
import java.nio.charset.StandardCharsets;

/** A secret that opens the broker's service. Never written anywhere. */
public final class Token {

    private static final int FINGERPRINT = 16;

    private final String secret;

    public Token(String secret) {
        this.secret = secret;
    }

    /** For the call to the broker alone. */
    public String secret() {
        return secret;
    }

    /** Tells tokens apart, and does not lead back to them. */
    public String fingerprint() {
        return Sha256.of(("flexledger token " + secret).getBytes(StandardCharsets.UTF_8))
                .substring(0, FINGERPRINT);
    }

    @Override
    public String toString() {
        return "***";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Token token && token.secret.equals(secret);
    }

    @Override
    public int hashCode() {
        return secret.hashCode();
    }
}
