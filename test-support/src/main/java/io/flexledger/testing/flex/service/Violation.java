package io.flexledger.testing.flex.service;

/**
 * A request that came too early.
 *
 * @param rule which limit it broke and by how much, for a person
 */
public record Violation(LoggedRequest request, String rule) {}
