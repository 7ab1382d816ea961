package io.flexledger.broken.core;

import java.util.UUID;

final class RollsDice {

    private RollsDice() {}

    static UUID next() {
        return UUID.randomUUID();
    }
}
