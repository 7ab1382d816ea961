package io.flexledger.broken.adapter.kafka;

public record Channel(String name) {}
