package io.flexledger.cli.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Keeps a log from growing for ever: when its process starts, a large one steps aside and the one before it goes. */
final class LogRotation {

    private static final long LARGE = 10L * 1024 * 1024;

    private LogRotation() {}

    static void apply(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGE) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
