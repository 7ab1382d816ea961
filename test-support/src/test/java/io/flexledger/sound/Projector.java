package io.flexledger.sound;

import io.flexledger.sound.adapter.db.Books;
import io.flexledger.sound.lot.Lot;
import java.time.Clock;
import java.time.Instant;

record Projector(Books books, Clock clock) {

    Instant openedAt(Lot lot) {
        return clock.instant().isBefore(lot.openedAt()) ? lot.openedAt() : Instant.now();
    }
}
