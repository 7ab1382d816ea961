package io.flexledger.broken.core;

record RoundsMoney(double amount) {}
