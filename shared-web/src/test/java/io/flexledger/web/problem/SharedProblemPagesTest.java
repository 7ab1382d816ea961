package io.flexledger.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SharedProblemPagesTest {

    @ParameterizedTest
    @EnumSource(SharedProblemType.class)
    void explainWhatEveryServiceCanAnswer(SharedProblemType type) throws IOException {
        var page = Files.readString(SharedData.projectRoot().resolve("docs/problems/" + type.slug() + ".md"));

        assertThat(page)
                .startsWith("# " + type.wording().title() + "\n\n`" + type.name() + "`, HTTP "
                        + type.wording().status())
                .contains("type `" + type.because("x").getType() + "`", "## What happened", "## What to do");
    }
}
