package io.flexledger.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL's programs, ready to be run for one data directory as its owner.
 *
 * @param runAs    words in front of each program
 * @param programs where they lie
 * @param log      takes the output of all of them
 */
record PostgresTools(RunAs runAs, PostgresPrograms programs, PostgresLog log) {

    static PostgresTools of(PostgresSettings settings) throws IOException {
        RunAs runAs = RunAs.ownerOf(settings.directory());
        // Another user may not be able to enter this user's cache, but does own the directory.
        Path cache = runAs.asAnotherUser() ? settings.directory() : settings.binaryCache();
        return new PostgresTools(runAs, PostgresPrograms.unpack(cache), PostgresLog.open(settings.log()));
    }

    Process start(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(runAs.prefix());
        command.add(programs.program(program));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
        // The caller's PGPORT, PGDATA and PGOPTIONS are for other databases, and its language is not for logs.
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG"));
        environment.put("LC_ALL", "C");
        return builder.start();
    }

    /** Whether the program ended well. */
    boolean run(String program, List<String> arguments, Duration timeout) throws IOException {
        Process process = start(program, arguments);
        if (!ended(process, timeout)) {
            process.destroyForcibly();
            return false;
        }
        return process.exitValue() == 0;
    }

    static boolean ended(Process process, Duration timeout) {
        try {
            return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresException("interrupted while waiting for PostgreSQL", e);
        }
    }
}
