package io.flexledger.ingestor.fetch;

import java.time.Duration;

/**
 * For how long nothing should be asked after a failure.
 *
 * @param length     zero where another try does no harm
 * @param ofToken    whether all queries with the same token rest
 * @param unattended whether only runs that nobody started by hand are held back: the failure waits for a person, who
 *                   tries again after the change
 */
public record Rest(Duration length, boolean ofToken, boolean unattended) {

    public static final Rest NONE = new Rest(Duration.ZERO, false, false);

    static Rest ofQuery(Duration length) {
        return new Rest(length, false, false);
    }
}
