package io.flexledger.ingestor.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CopyNameTest {

    private static final LocalDate FROM = LocalDate.parse("2025-07-01");
    private static final LocalDate TO = LocalDate.parse("2025-07-18");
    private static final String HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @ParameterizedTest
    @CsvSource({
        "all-sections, all-sections",
        "Trades_2.v1, Trades_2.v1",
        "'', ~e3b0c442",
        "'my trades', my-trades~a88f04e2",
        "../../etc/passwd, --..-etc-passwd~3754d6cb",
    })
    void beginsWithTheQuery(String query, String written) {
        var name = CopyName.of(query, FROM, TO, HASH).fileName();

        assertThat(name).isEqualTo(written + "_2025-07-01_2025-07-18_e3b0c44298fc.xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                ".hidden",
                "../up",
                "/etc/passwd",
                "a/b",
                "a\\b",
                "a\0b",
                "a\nb",
                "Käufe",
                "a_2025-07-01_2025-07-18_e3b0c44298fc.xml",
                "~12345678",
                "plain"
            })
    void isNeverAPathAndCanBeReadBack(String query) {
        var name = CopyName.of(query, FROM, TO, HASH);

        assertThat(name.fileName()).matches("[A-Za-z0-9_~-][A-Za-z0-9._~-]*");
        assertThat(CopyName.parse(name.fileName())).contains(name);
    }

    @Test
    void keepsApartWhatLooksAlikeWithoutItsOddCharacters() {
        assertThat(CopyName.of("a/b", FROM, TO, HASH)).isNotEqualTo(CopyName.of("a-b", FROM, TO, HASH));
        assertThat(CopyName.of("a/b", FROM, TO, HASH)).isNotEqualTo(CopyName.of("a:b", FROM, TO, HASH));
        assertThat(CopyName.of("x".repeat(300) + "1", FROM, TO, HASH).fileName())
                .hasSizeLessThan(140)
                .isNotEqualTo(CopyName.of("x".repeat(300) + "2", FROM, TO, HASH).fileName());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "notes.txt",
                "all_2025-07-01_2025-07-18.xml",
                "all_2025-02-30_2025-07-18_e3b0c44298fc.xml",
                "all_2025-07-01_2025-07-18_E3B0C44298FC.xml",
                "all sections_2025-07-01_2025-07-18_e3b0c44298fc.xml",
                "all_2025-07-01_2025-07-18_e3b0c44298fc.xml.bak",
            })
    void isNotAnyFile(String fileName) {
        assertThat(CopyName.parse(fileName)).isEmpty();
    }
}
