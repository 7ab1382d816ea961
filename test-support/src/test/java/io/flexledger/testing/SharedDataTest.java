package io.flexledger.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class SharedDataTest {

    @Test
    void findsTheRootFromBelow() {
        assertThat(SharedData.projectRoot().resolve("test-support/pom.xml")).isRegularFile();
    }

    @Test
    void skipsWhatIsNotThere() {
        assertThat(SharedData.find("data/no-such-file.xml")).isEmpty();
        assertThatThrownBy(() -> SharedData.require("data/no-such-file.xml"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("data/no-such-file.xml");
    }
}
