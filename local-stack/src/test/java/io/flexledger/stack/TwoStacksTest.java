package io.flexledger.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoStacksTest {

    @Test
    void runSideBySideAndKnowNothingOfEachOther(@TempDir Path first, @TempDir Path second) throws Exception {
        Ports one = Ports.free();
        Ports two = Ports.free();
        try (PostgresServer left = PostgresServer.start(PostgresSettings.of(first.resolve("postgres"), one));
                PostgresServer right = PostgresServer.start(PostgresSettings.of(second.resolve("postgres"), two));
                KafkaBroker _ = KafkaBroker.start(KafkaSettings.of(first.resolve("kafka"), one));
                KafkaBroker _ = KafkaBroker.start(KafkaSettings.of(second.resolve("kafka"), two))) {
            Sql.superuser(left).run("create table side as select 'left' as name");
            Sql.superuser(right).run("create table side as select 'right' as name");
            assertThat(Sql.superuser(left).value("select name from side")).isEqualTo("left");
            assertThat(Sql.superuser(right).value("select name from side")).isEqualTo("right");

            send(one, "left");
            send(two, "right");
            assertThat(read(one)).isEqualTo("left");
            assertThat(read(two)).isEqualTo("right");
        }
    }

    private static void send(Ports stack, String side) throws Exception {
        KafkaClients clients = new KafkaClients(stack.bootstrap());
        clients.createTopic("side");
        clients.send("side", "name", side.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(Ports stack) {
        byte[] value = new KafkaClients(stack.bootstrap())
                .poll("side", "reader")
                .getFirst()
                .value();
        return new String(value, StandardCharsets.UTF_8);
    }
}
