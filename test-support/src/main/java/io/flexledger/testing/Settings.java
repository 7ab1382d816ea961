package io.flexledger.testing;

import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A configuration interface filled from given values and its own defaults; no file, no environment. */
public final class Settings {

    private static final int ORDINAL = 100;

    private Settings() {}

    public static <T> T of(Class<T> mapping, Map<String, String> values) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(mapping)
                .withSources(new PropertiesConfigSource(values, "test", ORDINAL))
                .build();
        return config.getConfigMapping(mapping);
    }

    /** Every key the interface reads, prefix included. */
    public static Set<String> keys(Class<?> mapping) {
        return new TreeSet<>(
                ConfigMappings.getProperties(ConfigClass.configClass(mapping)).keySet());
    }
}
