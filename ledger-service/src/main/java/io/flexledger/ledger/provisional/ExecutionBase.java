package io.flexledger.ledger.provisional;

import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.TradeEvent.Fill;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What all versions of one execution share: {@code 0000e0d5.69dd7411.01} of {@code 0000e0d5.69dd7411.01.02}. Only an id
 * of four segments counts its corrections in the last; any other is its own base.
 */
public final class ExecutionBase {

    private static final Pattern COUNTED = Pattern.compile("([^.]+\\.[^.]+\\.[^.]+)\\.[0-9]{1,9}");

    private ExecutionBase() {}

    public static String of(String execId) {
        var counted = COUNTED.matcher(execId);
        return counted.matches() ? counted.group(1) : execId;
    }

    /** Null for whatever is no execution, such as the broker's own booking. */
    public static @Nullable String of(CanonicalEvent event) {
        if (!(event instanceof Fill fill)) {
            return null;
        }
        var execId = fill.ids().execId();
        return execId == null || execId.isBlank() ? null : of(execId);
    }
}
