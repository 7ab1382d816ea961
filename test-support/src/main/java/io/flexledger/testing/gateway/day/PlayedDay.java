package io.flexledger.testing.gateway.day;

import io.flexledger.testing.gateway.account.SimulatedAccount;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * One day of one account.
 *
 * @param account    as it opens; what happens is not in it yet
 * @param happenings in the order of their times, the close among them
 */
public record PlayedDay(LocalDate date, SimulatedAccount account, List<Happening> happenings) {

    public PlayedDay {
        happenings = happenings.stream()
                .sorted(Comparator.comparing(Happening::time))
                .toList();
    }
}
