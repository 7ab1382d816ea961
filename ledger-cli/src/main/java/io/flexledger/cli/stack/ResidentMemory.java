package io.flexledger.cli.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** How much of the machine's memory a process and its children hold, in KiB; what several share is counted once. */
final class ResidentMemory {

    private ResidentMemory() {}

    static OptionalLong kib(ProcessHandle process) {
        List<ProcessHandle> family =
                Stream.concat(Stream.of(process), process.descendants()).toList();
        boolean linux = Files.isDirectory(Path.of("/proc/self"));
        // A database's children come and go: one that has gone meanwhile holds nothing.
        long[] known = family.stream()
                .map(member -> linux ? proc(member, family.size() > 1) : ps(member))
                .flatMapToLong(OptionalLong::stream)
                .toArray();
        return known.length == 0
                ? OptionalLong.empty()
                : OptionalLong.of(LongStream.of(known).sum());
    }

    private static OptionalLong proc(ProcessHandle process, boolean shares) {
        Path directory = Path.of("/proc", Long.toString(process.pid()));
        try {
            return shares
                    ? line(directory.resolve("smaps_rollup"), "Pss:")
                    : line(directory.resolve("status"), "VmRSS:");
        } catch (IOException _) {
            return OptionalLong.empty(); // ended meanwhile, or another user's
        }
    }

    private static OptionalLong line(Path file, String name) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        }
    }

    private static OptionalLong ps(ProcessHandle process) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
            String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return answer.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(answer));
        } catch (IOException | NumberFormatException _) {
            return OptionalLong.empty();
        }
    }
}
