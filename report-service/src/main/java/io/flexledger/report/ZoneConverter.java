package io.flexledger.report;

import java.time.ZoneId;
import org.eclipse.microprofile.config.spi.Converter;
import org.jspecify.annotations.Nullable;

/** A zone that may be left out: the usual converter takes an absent one for a broken one. */
public final class ZoneConverter implements Converter<ZoneId> {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable ZoneId convert(String text) {
        return text.isBlank() ? null : ZoneId.of(text.strip());
    }
}
