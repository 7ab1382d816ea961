package io.flexledger.stack;

import java.nio.file.Path;

/** A JVM that starts a server and then waits to be stopped or killed. Arguments: directory, base port, how. */
final class PostgresStarter {

    private PostgresStarter() {}

    public static void main(String[] args) throws InterruptedException {
        PostgresSettings settings = PostgresSettings.of(Path.of(args[0]), new Ports(Integer.parseInt(args[1])));
        try (PostgresServer _ =
                args[2].equals("detached") ? PostgresServer.startDetached(settings) : PostgresServer.start(settings)) {
            System.out.println("PostgreSQL ready");
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
