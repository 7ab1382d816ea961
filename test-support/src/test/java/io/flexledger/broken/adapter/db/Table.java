package io.flexledger.broken.adapter.db;

import io.flexledger.broken.adapter.kafka.Channel;

public record Table(Channel channel) {}
