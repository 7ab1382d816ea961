package io.flexledger.cli.client;

/**
 * One event of a stream.
 *
 * @param id   where to go on after it; empty where the service gives none
 * @param name {@code message} where it has none
 */
public record ServerEvent(String id, String name, String data) {}
