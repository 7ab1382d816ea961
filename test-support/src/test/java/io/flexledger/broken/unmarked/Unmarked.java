package io.flexledger.broken.unmarked;

public record Unmarked(String name) {}
