package io.flexledger.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.id.AccountId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FigureIdTest {

    private static final LocalDate DAY = LocalDate.parse("2025-07-17");

    @Test
    void readsLikeAPath() {
        assertThat(FigureId.of(AccountId.of("U1"), DAY, "story", "2", "impact").value())
                .isEqualTo("U1/2025-07-17/story/2/impact");
    }

    @Test
    void isSafeInAUrlWhateverTheAccountIsCalled() {
        var id = FigureId.of(AccountId.of("my account/№1~"), DAY, "positions", "conid:756733", "value");

        assertThat(id.value()).matches("[A-Za-z0-9._:~/-]+").endsWith("/positions/conid:756733/value");
        assertThat(id.home()).contains(new FigureId.Home(AccountId.of("my account/№1~"), DAY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "U1", "U1/2025-07-17", "U1/2025-07-17/", "U1/July/x", "/2025-07-17/x"})
    void otherTextIsNoFiguresName(String text) {
        assertThat(new FigureId(text).home()).isEmpty();
    }
}
