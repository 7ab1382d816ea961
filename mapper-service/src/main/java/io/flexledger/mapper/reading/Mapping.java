package io.flexledger.mapper.reading;

import io.flexledger.contracts.event.ReferenceEvent.RowAccount;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.money.CurrencyCode;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of one artifact.
 *
 * @param rows         row accounting
 * @param sections     rows by section, 0 for a section that is present and empty
 * @param drift        what this version does not know, with counts
 * @param baseStated   base currencies that the statement itself states, by account
 * @param unreadable   why the whole artifact is refused; then whatever was handed out before is void
 */
public record Mapping(
        RowAccount rows,
        SortedMap<String, Integer> sections,
        Map<Drift, Integer> drift,
        Map<AccountId, CurrencyCode> baseStated,
        @Nullable Rejection unreadable) {

    public boolean isReadable() {
        return unreadable == null;
    }
}
