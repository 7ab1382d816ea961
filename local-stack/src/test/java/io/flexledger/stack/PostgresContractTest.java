package io.flexledger.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the services may rely on, asked of the running server. */
class PostgresContractTest {

    @TempDir
    private static Path directory;

    private static PostgresServer server;

    @BeforeAll
    static void start() {
        server = PostgresServer.start(PostgresSettings.of(directory, Ports.free()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "data_checksums, on",
        "listen_addresses, 127.0.0.1",
        "unix_socket_directories, ''",
        "password_encryption, scram-sha-256",
        "server_encoding, UTF8",
        "log_timezone, UTC",
        "shared_buffers, 64MB"
    })
    void isSet(String setting, String value) throws Exception {
        assertThat(Sql.superuser(server).value("show " + setting)).isEqualTo(value);
    }

    @Test
    void ordersAndFoldsTextTheSameOnEveryMachine() throws Exception {
        String byCodePoint = "select string_agg(t, '' order by t) from unnest(array['b', 'Ä', 'a', 'B']) t";

        assertThat(Sql.superuser(server).value(byCodePoint)).isEqualTo("BabÄ");
        assertThat(Sql.superuser(server).value("select lower('ÄÖ')")).isEqualTo("äö");
    }

    @Test
    void asksEveryoneForAPassword() throws Exception {
        assertThat(Sql.superuser(server).value("select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
                .isEqualTo("scram-sha-256");
    }
}
