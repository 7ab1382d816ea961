package io.flexledger.ingestor;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;

class FlexQueryConfigTest {

    @Test
    void queriesAreReadFromTheEnvironment() {
        var config = config(new EnvConfigSource(
                Map.of(
                        "FLEX_QUERY_QUERIES_0__ID", "1234567",
                        "FLEX_QUERY_QUERIES_0__NAME", "mtd",
                        "FLEX_QUERY_QUERIES_1__ID", "1234568"),
                300));

        var queries = config.getConfigMapping(FlexQueryEnvironment.class).queries();
        assertThat(queries).extracting(query -> query.id().orElse("")).containsExactly("1234567", "1234568");
        assertThat(queries.getFirst().name()).contains("mtd");
        assertThat(config.getConfigMapping(FlexQueryConfig.class).queries()).isEmpty();
    }

    @Test
    void queriesAreReadFromAFile() {
        var config = config(new PropertiesConfigSource(Map.of("flex_query.queries[0].id", "1234567"), "a file", 250));

        assertThat(config.getConfigMapping(FlexQueryConfig.class).queries())
                .extracting(query -> query.id().orElse(""))
                .containsExactly("1234567");
        assertThat(config.getConfigMapping(FlexQueryEnvironment.class).queries())
                .isEmpty();
    }

    private static SmallRyeConfig config(ConfigSource source) {
        return new SmallRyeConfigBuilder()
                .withMapping(FlexQueryConfig.class)
                .withMapping(FlexQueryEnvironment.class)
                .withSources(source)
                .build();
    }
}
