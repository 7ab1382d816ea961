package io.flexledger.report.alert;

import io.flexledger.contracts.alert.Alert;
import io.flexledger.report.alert.Finding.Subject;
import io.flexledger.report.alert.Watch.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * From findings to alerts. What happened is told once for ever; what lasts once for a spell, which goes on through
 * pauses.
 *
 * @param since when each of what is not told yet was found first, without a pause since
 */
public record Spells(Map<Subject, Instant> since) {

    /** What comes back within it goes on. */
    public static final Duration PAUSE = Duration.ofMinutes(10);

    public static final Spells NONE = new Spells(Map.of());

    public Spells {
        since = Map.copyOf(since);
    }

    /**
     * What a look changes.
     *
     * @param raised  to be told
     * @param changed ended, resumed or told in other words: only shown
     */
    public record Step(Spells spells, List<Alert> raised, List<Alert> changed) {

        public Step {
            raised = List.copyOf(raised);
            changed = List.copyOf(changed);
        }
    }

    /**
     * @param known those that go on or ended within the {@link #PAUSE}, and those of the findings' own ids
     */
    public Step after(Look look, Collection<Alert> known, Instant now) {
        return new Round(this, look, known, now).step();
    }

    private static final class Round {
        private final Spells spells;
        private final Look look;
        private final Instant now;
        private final Set<UUID> told = new HashSet<>();
        private final Map<Subject, Alert> newest = new HashMap<>();
        private final Map<Subject, Instant> waiting = new HashMap<>();
        private final List<Alert> raised = new ArrayList<>();
        private final List<Alert> changed = new ArrayList<>();

        private Round(Spells spells, Look look, Collection<Alert> known, Instant now) {
            this.spells = spells;
            this.look = look;
            this.now = now;
            for (var alert : known) {
                told.add(alert.id());
                newest.merge(Subject.of(alert), alert, Round::later);
            }
        }

        private static Alert later(Alert one, Alert other) {
            return other.raisedAt().isAfter(one.raisedAt()) ? other : one;
        }

        private Step step() {
            var found = new HashSet<Subject>();
            for (var finding : look.findings()) {
                if (found.add(finding.subject())) {
                    take(finding, newest.get(finding.subject()));
                }
            }
            for (var alert : newest.values()) {
                if (goesOn(alert) && look.kinds().contains(alert.kind()) && !found.contains(Subject.of(alert))) {
                    changed.add(alert.ended(now));
                }
            }
            spells.since.forEach((subject, first) -> {
                if (!look.kinds().contains(subject.kind())) {
                    waiting.put(subject, first);
                }
            });
            return new Step(new Spells(waiting), raised, changed);
        }

        private void take(Finding finding, @Nullable Alert known) {
            if (known != null && goesOn(known)) {
                if (finding.raises() && !finding.words().title().equals(known.title())) {
                    changed.add(finding.restated(known));
                }
            } else if (finding.raises() && !isTold(finding)) {
                await(finding, known);
            }
        }

        private boolean isTold(Finding finding) {
            return !finding.subject().kind().lasts() && told.contains(finding.id());
        }

        private void await(Finding finding, @Nullable Alert known) {
            var first = spells.since.getOrDefault(finding.subject(), now);
            if (now.isBefore(first.plus(finding.patience()))) {
                waiting.put(finding.subject(), first);
            } else if (known != null && resumes(known, first)) {
                changed.add(known.resumed());
            } else {
                raised.add(finding.raised(now));
            }
        }

        private static boolean goesOn(Alert alert) {
            return alert.kind().lasts() && alert.endedAt() == null;
        }

        private static boolean resumes(Alert alert, Instant first) {
            var end = alert.endedAt();
            return end != null && !first.isAfter(end.plus(PAUSE));
        }
    }
}
