package io.flexledger.broken.core;

record TradeManager(String name) {}
