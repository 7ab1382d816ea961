package io.flexledger.ingestor.fetch;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.ingestor.period.Role;

/**
 * A Flex query of the broker's, as configured here.
 *
 * @param id      as Client Portal shows it
 * @param name    how people call it; unique
 * @param role    what it is for, and so which sections it must have
 * @param account whose runs exclude one another
 */
public record FlexQuery(String id, String name, Role role, AccountId account, Token token) {}
