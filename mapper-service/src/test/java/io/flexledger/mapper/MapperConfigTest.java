package io.flexledger.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.testing.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MapperConfigTest {

    private static final Map<String, String> EVERY_KEY = Map.of(
            "mapper.xml.max-depth", "1",
            "mapper.xml.max-attributes", "2",
            "mapper.xml.max-attribute-length", "3");

    @Test
    void defaults() {
        MapperConfig.Xml xml = Settings.of(MapperConfig.class, Map.of()).xml();

        assertThat(xml.maxDepth()).isEqualTo(16);
        assertThat(xml.maxAttributes()).isEqualTo(512);
        assertThat(xml.maxAttributeLength()).isEqualTo(65_536);
    }

    @Test
    void everyKeyIsRead() {
        MapperConfig config = Settings.of(MapperConfig.class, EVERY_KEY);

        assertThat(config.xml().maxDepth()).isEqualTo(1);
        assertThat(config.xml().maxAttributes()).isEqualTo(2);
        assertThat(config.xml().maxAttributeLength()).isEqualTo(3);
    }

    @Test
    void thereIsNoOtherKey() {
        assertThat(Settings.keys(MapperConfig.class)).containsExactlyInAnyOrderElementsOf(EVERY_KEY.keySet());
    }
}
