package io.flexledger.ingestor.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.ingestor.refusal.RefusalCode;
import io.flexledger.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every problem is explained on the page its type names. */
class ProblemPagesTest {

    @ParameterizedTest
    @EnumSource(RefusalCode.class)
    void explainEveryRefusal(RefusalCode code) throws IOException {
        assertExplained(code.slug(), code.name(), code.title(), code.type());
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void explainEveryMistakeOfACaller(ProblemType type) throws IOException {
        assertExplained(
                type.slug(),
                type.name(),
                type.wording().title(),
                type.because("x").getType().toString());
    }

    private static void assertExplained(String slug, String code, String title, String type) throws IOException {
        var page = Files.readString(SharedData.projectRoot().resolve("docs/problems/" + slug + ".md"));
        assertThat(page)
                .startsWith("# " + title + "\n\n`" + code + "`, HTTP ")
                .contains("type `" + type + "`", "## What happened", "## What to do");
    }
}
