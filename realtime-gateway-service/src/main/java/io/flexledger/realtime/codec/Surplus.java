package io.flexledger.realtime.codec;

/** Hears of fields after those we know: a newer server may append some, and nothing is lost by it. */
@FunctionalInterface
public interface Surplus {

    void found(int messageId, int fields);
}
