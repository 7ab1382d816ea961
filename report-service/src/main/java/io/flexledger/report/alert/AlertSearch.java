package io.flexledger.report.alert;

import io.flexledger.contracts.alert.Alert.Kind;
import io.flexledger.contracts.id.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts are asked for; null for any.
 *
 * @param account those about no single account are of every account
 * @param open    neither acknowledged nor over
 */
public record AlertSearch(
        @Nullable AccountId account,
        @Nullable Kind kind,
        @Nullable Boolean open) {

    public static final AlertSearch OPEN = new AlertSearch(null, null, true);

    /** Acknowledged or over. */
    public static final AlertSearch PAST = new AlertSearch(null, null, false);
}
