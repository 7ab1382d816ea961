package io.flexledger.mapper.ibkr;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.mapper.ibkr.column.Moment;
import io.flexledger.mapper.ibkr.row.RowLimits;
import io.flexledger.mapper.ibkr.section.AccountTerms;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/**
 * What a statement does not say of itself.
 *
 * @param zones       of times without a suffix, by account; New York where none is set
 * @param bases       base currencies by account: set, or stated by an earlier statement
 * @param defaultBase for an account of which nobody has said it
 */
public record MapperSettings(
        Map<AccountId, ZoneId> zones, Map<AccountId, CurrencyCode> bases, CurrencyCode defaultBase, RowLimits limits) {

    public MapperSettings {
        zones = Map.copyOf(zones);
        bases = Map.copyOf(bases);
    }

    public AccountTerms terms(AccountId account) {
        var base = bases.get(account);
        var zone = zones.getOrDefault(account, Moment.NEW_YORK);
        return new AccountTerms(zone, base == null ? defaultBase : base, base == null);
    }

    MapperSettings withBase(AccountId account, CurrencyCode base) {
        var more = new HashMap<>(bases);
        more.put(account, base);
        return new MapperSettings(zones, more, defaultBase, limits);
    }
}
