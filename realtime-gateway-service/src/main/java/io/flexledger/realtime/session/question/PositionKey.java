package io.flexledger.realtime.session.question;

/** A contract in an account, however many units of it are held. */
public record PositionKey(String account, int conId) {}
