package io.flexledger.sound.adapter.db;

import io.flexledger.sound.lot.Lot;
import java.nio.file.Path;

public record Books(Path file, Lot lot) {}
