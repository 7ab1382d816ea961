package io.flexledger.mapper;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;

/** Settings of the mapper; the key is the path below {@code mapper}. */
@ConfigMapping(prefix = "mapper")
public interface MapperConfig {

    Xml xml();

    /** What a statement may not exceed; anything beyond is refused as a whole, because it is not a statement. */
    interface Xml {
        @WithDefault("16")
        @Positive
        int maxDepth();

        /** Attributes of one element; the widest section known has about 120. */
        @WithDefault("512")
        @Positive
        int maxAttributes();

        /** Characters of one attribute. */
        @WithDefault("65536")
        @Positive
        int maxAttributeLength();
    }
}
