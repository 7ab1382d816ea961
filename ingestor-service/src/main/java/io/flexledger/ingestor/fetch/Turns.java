package io.flexledger.ingestor.fetch;

import java.io.IOException;

/** Keeps the broker's limits: one call a second and ten a minute with one token, whoever makes them. */
public interface Turns {

    /** One call to the broker. */
    interface Call<T> {
        T make() throws IOException;
    }

    /**
     * Waits until the token may be used, and makes the call; the next turn counts from its return.
     *
     * @throws TokenRestsException when another caller has met a limit meanwhile; the call was not made
     */
    <T> T inTurn(Token token, Call<T> call) throws IOException, TokenRestsException;
}
