package io.flexledger.ingestor.adapter.flex;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.ingestor.fetch.Token;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WithoutTokenTest {

    private static final String TOKEN = "4281177301";

    @Test
    void theTokenBecomesAsterisksWhereverItStands() throws IOException {
        var masked = "*".repeat(TOKEN.length());
        // Across every edge of what is read at once.
        for (int before = (1 << 16) - 30; before < (1 << 16) + 30; before++) {
            var text = "x".repeat(before) + TOKEN + "y" + TOKEN + TOKEN;
            assertThat(through(text, TOKEN)).isEqualTo("x".repeat(before) + masked + "y" + masked + masked);
        }
    }

    @Test
    void aTokenIsFoundAsItStandsInUrls() throws IOException {
        assertThat(through("t=a%2Bb%3Dc12&q=1 and a+b=c12", "a+b=c12")).isEqualTo("t=***********&q=1 and *******");
    }

    @Test
    void anythingElsePassesByteForByte() throws IOException {
        for (int size : new int[] {0, 1, 9, 10, 11, 65_535, 65_536, 65_546, 65_547, 300_000}) {
            var bytes = new byte[size];
            new Random(size).nextBytes(bytes);
            try (var in = new WithoutToken(new ByteArrayInputStream(bytes), new Token(TOKEN))) {
                assertThat(in.readAllBytes()).isEqualTo(bytes);
            }
        }
    }

    private static String through(String text, String token) throws IOException {
        try (var in =
                new WithoutToken(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), new Token(token))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
