package io.flexledger.ledger.day;

import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.journal.Caveat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Lets a day's provisional fills in as far as the day can be folded with them. What the gateway told never holds up
 * what statements tell: a fill without a rate, or one that fits nothing, is left out and named.
 */
final class Admission {

    /** Folds a day, and says of some fills that they were left out of its facts; fails where that cannot be done. */
    interface Attempt {
        DayFold.Result fold(DayFacts facts, SequencedMap<EventId, Caveat> leftOut);
    }

    private final DayFacts facts;
    private final Attempt attempt;
    private final List<Fill> admitted = new ArrayList<>();
    private final SequencedMap<EventId, Caveat> leftOut = new LinkedHashMap<>();

    private Admission(DayFacts facts, Attempt attempt) {
        this.facts = facts;
        this.attempt = attempt;
    }

    /** Folds once where every fill fits, which is nearly always. Fails where the statements' own facts do. */
    static DayFold.Result fold(DayFacts facts, Attempt attempt) {
        try {
            return attempt.fold(facts, new LinkedHashMap<>());
        } catch (RuntimeException misfit) {
            var all = facts.provisional().booked();
            if (all.isEmpty()) {
                throw misfit;
            }
            var admission = new Admission(facts, attempt);
            var _ = admission.fold(List.of());
            admission.admit(all);
            return admission.fold(List.of());
        }
    }

    /** Halves what does not fit until single fills are found that do not. */
    private void admit(List<Fill> fills) {
        try {
            var _ = fold(fills);
            admitted.addAll(fills);
        } catch (RuntimeException misfit) {
            if (fills.size() == 1) {
                leftOut.put(fills.getFirst().id(), caveat(fills.getFirst(), misfit));
            } else {
                admit(fills.subList(0, fills.size() / 2));
                admit(fills.subList(fills.size() / 2, fills.size()));
            }
        }
    }

    private DayFold.Result fold(List<Fill> more) {
        var booked = new ArrayList<>(admitted);
        booked.addAll(more);
        return attempt.fold(facts.with(facts.provisional().withBooked(booked)), new LinkedHashMap<>(leftOut));
    }

    private static Caveat caveat(Fill fill, RuntimeException misfit) {
        var code = misfit instanceof MissingRateException ? "FX_RATE_MISSING" : "PROVISIONAL_FILL_LEFT_OUT";
        var reason = misfit.getMessage() == null ? misfit.getClass().getSimpleName() : misfit.getMessage();
        return new Caveat(code, "%s is left out: %s".formatted(ProvisionalFills.spoken(fill), reason));
    }
}
