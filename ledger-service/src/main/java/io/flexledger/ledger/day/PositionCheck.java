package io.flexledger.ledger.day;

import io.flexledger.contracts.event.BrokerClaim.PositionStated;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.ledger.book.Books;
import io.flexledger.ledger.book.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Holds the books against the positions the broker states: what differs came by rows that have no event yet. */
final class PositionCheck {

    private PositionCheck() {}

    static List<Caveat> differences(Books books, DayFacts facts) {
        if (facts.positions().isEmpty()) {
            return List.of();
        }
        var held = new TreeMap<String, Quantity>();
        var stated = new TreeMap<String, Quantity>();
        for (Position position : books.openPositions()) {
            held.put(position.instrument().spoken(), position.book().quantity());
        }
        for (PositionStated position : facts.positions()) {
            stated.merge(position.instrument().spoken(), position.quantity(), Quantity::plus);
        }
        var names = new TreeMap<>(held);
        names.putAll(stated);
        var caveats = new ArrayList<Caveat>();
        for (var name : names.keySet()) {
            var own = held.getOrDefault(name, Quantity.ZERO);
            var brokers = stated.getOrDefault(name, Quantity.ZERO);
            if (!own.equals(brokers)) {
                caveats.add(new Caveat(
                        "POSITION_MISMATCH",
                        "%s: the ledger holds %s, the broker states %s; a corporate action, a transfer or a trade that was not delivered may be the reason"
                                .formatted(name, own, brokers)));
            }
        }
        return caveats;
    }
}
