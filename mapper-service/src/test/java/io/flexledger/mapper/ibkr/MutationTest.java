package io.flexledger.mapper.ibkr;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.event.ReferenceEvent.RowAccount;
import io.flexledger.contracts.event.ReferenceEvent.StatementRead;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No input makes the mapper throw: statements damaged at random are mapped row by row, or refused as a whole. */
class MutationTest {

    private static final int DAMAGED = 1_500;
    private static final long SEED = 20_250_717;

    private static final List<String> PIECES = List.of(
            "\"",
            "'",
            "<",
            ">",
            "&",
            "/>",
            "=",
            " ",
            "",
            "-",
            "0",
            "9",
            ",",
            ".",
            "E9",
            "NaN",
            "1E400",
            "99999999",
            "MULTI",
            "<Trade/>",
            "<Lot a=\"1\"/>",
            "</Trades>",
            "BASE_SUMMARY",
            "HKD",
            "usd",
            "C;O",
            ";;",
            "\u0000",
            "\uFFFF",
            "é",
            "<!DOCTYPE a>",
            "<![CDATA[x]]>",
            "<?pi?>",
            "<!-- -->",
            "&amp;",
            "&x;",
            "xmlns:q=\"u\" q:a=\"1\"",
            "2025-02-30");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trades.xml",
                "narrow-trades.xml",
                "cash.xml",
                "interest.xml",
                "nav.xml",
                "balances.xml",
                "bad-rows.xml",
                "unknown-things.xml",
                "day-first.xml"
            })
    void damagedStatementsAreMappedOrRefused(String file) {
        byte[] sound = MappedStatement.bytes(file);
        int readable = 0;
        Random random = new Random(SEED);
        for (int round = 0; round < DAMAGED; round++) {
            byte[] damaged = damaged(sound, random);
            MappedStatement statement = MappedStatement.of(damaged, MappedStatement.SETTINGS);
            if (statement.mapping().isReadable()) {
                readable++;
                RowAccount rows = statement.mapping().rows();
                assertThat(statement.rows()).as("%s, round %d", file, round).hasSize(rows.total());
                assertThat(statement.rejections())
                        .as("%s, round %d", file, round)
                        .hasSize(rows.rejected());
                assertThat(statement.events().getLast()).isInstanceOf(StatementRead.class);
                statement
                        .stated()
                        .forEach(stated -> assertThat(stated.json(false)).isNotEmpty());
            }
        }
        assertThat(readable).isBetween(DAMAGED / 10, DAMAGED * 9 / 10); // both ways were taken
    }

    /** One to four pieces of text stand where other text stood, half of them within a value. */
    private static byte[] damaged(byte[] sound, Random random) {
        String text = new String(sound, StandardCharsets.UTF_8);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(text.length());
            int quote = text.indexOf("=\"", at);
            int from = random.nextBoolean() && quote > 0 ? quote + 2 : at;
            int to = Math.min(text.length(), from + random.nextInt(6));
            text = text.substring(0, from) + PIECES.get(random.nextInt(PIECES.size())) + text.substring(to);
        }
        byte[] damaged = text.getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(4) == 0) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(20) == 0 ? Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged;
    }
}
