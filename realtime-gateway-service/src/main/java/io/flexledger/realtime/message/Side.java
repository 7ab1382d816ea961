package io.flexledger.realtime.message;

/** Whether units came in or went out, as an execution states it ({@code BOT}, {@code SLD}). */
public enum Side {
    BOUGHT,
    SOLD
}
