package io.flexledger.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StackAddressTest {

    private static final StackAddress ADDRESS =
            new StackAddress("127.0.0.1:20006", "127.0.0.1", 20005, "flexledger", "a:b=c #d");

    @Test
    void travelsAsText() {
        assertThat(StackAddress.read(ADDRESS.write())).isEqualTo(ADDRESS);
    }

    @Test
    void namesWhatIsMissing() {
        assertThatThrownBy(() -> StackAddress.read("FLEXLEDGER_DB_HOST=x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("FLEXLEDGER_KAFKA_BOOTSTRAP is missing");
    }
}
