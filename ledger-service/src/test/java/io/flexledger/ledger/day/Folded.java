package io.flexledger.ledger.day;

import static io.flexledger.ledger.day.Facts.ACCOUNT;
import static io.flexledger.ledger.day.Facts.HKD;
import static io.flexledger.ledger.day.Facts.nav;

import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.EntryDetail;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.ledger.book.AccountState;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Facts folded day after day, and questions about what came out. */
final class Folded {

    private static final LedgerPolicy POLICY = new LedgerPolicy(
            Map.of(),
            day -> day.atTime(16, 0).atZone(ZoneId.of("America/New_York")).toInstant());

    private Folded() {}

    static List<DayFold.Result> fold(CanonicalEvent... events) {
        var results = new ArrayList<DayFold.Result>();
        var state = AccountState.empty(ACCOUNT, HKD);
        var before = nav("2025-07-11", "", Map.of());
        for (var facts : DayFacts.byDay(List.of(events)).values()) {
            var result = DayFold.fold(state, facts, Surroundings.of(List.of(events)), before, POLICY);
            results.add(result);
            state = result.after();
        }
        return results;
    }

    static NavSnapshot calculated(List<DayFold.Result> days) {
        return days.getLast().snapshots().getLast();
    }

    static List<String> caveats(List<DayFold.Result> days) {
        return days.stream()
                .flatMap(day -> Stream.of(day.snapshots().getLast()))
                .flatMap(snapshot -> snapshot.caveats().stream())
                .map(Caveat::code)
                .toList();
    }

    static List<String> kinds(List<DayFold.Result> days) {
        return days.getLast().entries().stream()
                .map(entry -> entry.detail().getClass().getSimpleName())
                .toList();
    }

    static <T extends EntryDetail> List<T> details(List<DayFold.Result> days, Class<T> kind) {
        return days.getLast().entries().stream()
                .map(JournalEntry::detail)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    static Quantity quantity(List<DayFold.Result> days, Instrument instrument) {
        return days.getLast().after().holdings().stream()
                .filter(holding -> holding.instrument().id().equals(instrument.id()))
                .map(holding -> holding.book().quantity())
                .findFirst()
                .orElse(Quantity.ZERO);
    }
}
