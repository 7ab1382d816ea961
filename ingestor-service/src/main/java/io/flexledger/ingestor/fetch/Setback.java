package io.flexledger.ingestor.fetch;

import io.flexledger.ingestor.flex.FlexErrorCode;

/**
 * Something that is tried again.
 *
 * @param code    the broker's code, or the kind of a fault below it
 * @param message one sentence
 * @param attempt how many tries have failed like this, from 1
 */
public record Setback(String code, String message, int attempt) {

    /** Whether it concerns all who use the token. */
    boolean isOfToken() {
        return FlexErrorCode.find(code).map(FlexErrorCode::isOfToken).orElse(false);
    }
}
