package io.flexledger.cli.stack;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The words in front of a command that give it a session of its own, so that no terminal's Ctrl-C or end reaches it.
 */
final class OwnSession {

    private OwnSession() {}

    static List<String> prefix() {
        if (onPath("setsid")) {
            return List.of("setsid"); // Linux
        }
        if (onPath("perl")) {
            return List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV or die $!"); // macOS
        }
        return List.of("nohup");
    }

    private static boolean onPath(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
        return List.of(path.split(File.pathSeparator)).stream()
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
