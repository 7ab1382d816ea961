package io.flexledger.mapper.ibkr.section;

import io.flexledger.contracts.money.CurrencyCode;
import java.time.ZoneId;

/**
 * What has to be known of an account before its rows can be read.
 *
 * @param zone        of times without a suffix
 * @param base        base currency
 * @param baseAssumed no statement and no setting says so; it is the configured default
 */
public record AccountTerms(ZoneId zone, CurrencyCode base, boolean baseAssumed) {

    AccountTerms withBase(CurrencyCode stated) {
        return new AccountTerms(zone, stated, false);
    }
}
