package io.flexledger.realtime.provisional;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.event.TradeEvent.Fill;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a fill, without when: what the next telling is compared with, and what is left to be taken back when
 * there is nothing more to tell.
 *
 * @param fill null where nothing was told of it yet
 */
public record Version(@Nullable Fill fill) {

    public static final Version NONE = new Version(null);

    public static Version of(Fill fill) {
        return new Version(fill.with(fill.fact().asOf(Instant.EPOCH)));
    }

    /** The one that the first line of a text is. */
    public static Version in(String text) {
        String told = text(text);
        return told.isEmpty() ? NONE : new Version(ContractJson.read(told, Fill.class));
    }

    /** The first line alone. */
    public static String text(String text) {
        return text.lines().findFirst().orElse("");
    }

    public String text() {
        return fill == null ? "" : new String(ContractJson.write(fill), UTF_8);
    }

    public boolean isTakenBack() {
        return fill != null && fill.fact().superseded();
    }

    /** None if it was never told. */
    public Version takenBack() {
        return fill == null || isTakenBack()
                ? this
                : new Version(fill.with(fill.fact().asSuperseded()));
    }
}
