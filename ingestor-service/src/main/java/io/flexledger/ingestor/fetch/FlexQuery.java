package io.flexledger.ingestor.fetch;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.ingestor.period.Role;
import java.util.List;

/**
 * A Flex query of the broker's, as configured here.
 *
 * @param id      as Client Portal shows it
 * @param name    how people call it; unique
 * @param role    what it is for, and so which sections it must have
 * @param account whose runs exclude one another
 */
public record FlexQuery(String id, String name, Role role, AccountId account, Token token) {

    /** Those of trades alone; where there are none, those that tell everything. */
    public static List<FlexQuery> ofTrades(List<FlexQuery> queries) {
        var narrow = queries.stream()
                .filter(query -> query.role() == Role.TRADES || query.role() == Role.CONFIRMS)
                .toList();
        return narrow.isEmpty()
                ? queries.stream().filter(query -> query.role() == Role.FULL).toList()
                : narrow;
    }
}
