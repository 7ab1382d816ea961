package io.flexledger.realtime.fill;

import io.flexledger.contracts.id.ExecutionId;
import io.flexledger.realtime.message.Incoming.CommissionReported;
import io.flexledger.realtime.message.Incoming.ExecutionReported;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Every execution and commission heard, joined by execution id in whatever order they came, and the fills they make.
 *
 * <p>A commission told again with another figure replaces the earlier one, so of contradicting commissions alone the
 * order matters.
 */
public final class FillBook {

    public static final FillBook EMPTY = new FillBook(new TreeMap<>(), new TreeMap<>());

    private final SortedMap<Family.Key, Family> families;
    private final SortedMap<String, CommissionReported> commissions;

    private FillBook(SortedMap<Family.Key, Family> families, SortedMap<String, CommissionReported> commissions) {
        this.families = Collections.unmodifiableSortedMap(families);
        this.commissions = Collections.unmodifiableSortedMap(commissions);
    }

    /** All that was heard, to be kept elsewhere; the fills follow from it. */
    public record State(List<Stated> executions, List<CommissionReported> commissions) {
        public State {
            executions = List.copyOf(executions);
            commissions = List.copyOf(commissions);
        }
    }

    /** The book after a message, and what the message changed. */
    public record Step(FillBook book, List<FillChange> changes) {
        public Step {
            changes = List.copyOf(changes);
        }
    }

    public static FillBook of(State state) {
        SortedMap<Family.Key, Family> families = new TreeMap<>();
        for (Stated stated : state.executions()) {
            families.merge(Family.Key.of(stated), Family.EMPTY.with(stated), (family, _) -> family.with(stated));
        }
        SortedMap<String, CommissionReported> commissions = new TreeMap<>();
        state.commissions().forEach(commission -> commissions.put(commission.execId(), commission));
        return new FillBook(families, commissions);
    }

    public State state() {
        return new State(
                families.values().stream()
                        .flatMap(family -> family.versions().values().stream())
                        .toList(),
                List.copyOf(commissions.values()));
    }

    public Step fold(ExecutionReported report) {
        Stated stated = Stated.of(report.contract(), report.execution());
        Family.Key key = Family.Key.of(stated);
        Family known = families.getOrDefault(key, Family.EMPTY);
        Family family = known.with(stated);
        String execId = stated.id().text();
        if (family.equals(known)) {
            return new Step(this, List.of(new FillChange.Duplicate(execId)));
        }
        SortedMap<Family.Key, Family> more = new TreeMap<>(families);
        more.put(key, family);
        FillBook book = new FillBook(more, commissions);
        Set<Family.Key> affected = book.affectedBy(stated);
        List<FillChange> changes = Difference.between(fillsOf(affected), book.fillsOf(affected));
        if (!changes.isEmpty()) {
            return new Step(book, changes);
        }
        FillChange nothingToTell;
        if (known.versions().containsKey(stated.id().revisionOrZero())) {
            nothingToTell = new FillChange.Duplicate(execId);
        } else if (stated.contract().isCombination()) {
            nothingToTell = new FillChange.Recorded(execId, FillChange.Reason.COMBINATION);
        } else {
            nothingToTell = new FillChange.Recorded(execId, FillChange.Reason.REPLACED);
        }
        return new Step(book, List.of(nothingToTell));
    }

    public Step fold(CommissionReported report) {
        String execId = report.execId();
        CommissionReported known = commissions.get(execId);
        CommissionReported joined = known == null ? report : filledUp(report, known);
        if (joined.equals(known)) {
            return new Step(this, List.of(new FillChange.Duplicate(execId)));
        }
        SortedMap<String, CommissionReported> more = new TreeMap<>(commissions);
        more.put(execId, joined);
        FillBook book = new FillBook(families, more);
        Family.Key anyAccount = Family.Key.of(ExecutionId.of(execId));
        List<FillChange> changes = Difference.between(fillsOf(anyAccount), book.fillsOf(anyAccount));
        if (!changes.isEmpty()) {
            return new Step(book, changes);
        }
        return new Step(book, List.of(new FillChange.Recorded(execId, book.whyUntold(execId))));
    }

    /** Every fill as it stands, by execution, account and revision. */
    public List<Fill> fills() {
        List<Fill> fills = new ArrayList<>();
        Family.Key done = null;
        for (Family.Key key : families.keySet()) {
            if (done == null || !done.sameExecution(key)) {
                fills.addAll(fillsOf(key).values());
                done = key;
            }
        }
        return List.copyOf(fills);
    }

    /** What was told of an id's cost, whether or not its version still stands. */
    public Optional<CommissionReported> commission(String execId) {
        return Optional.ofNullable(commissions.get(execId));
    }

    /** Combinations as a whole: known, and never booked. */
    public List<Stated> combinations() {
        return state().executions().stream()
                .filter(stated -> stated.contract().isCombination())
                .toList();
    }

    /** Whether what is booked of each order is what the gateway says was filled. */
    public List<OrderCheck> orderChecks() {
        return OrderCheck.of(fills());
    }

    private FillChange.Reason whyUntold(String execId) {
        List<Stated> told = familiesOf(Family.Key.of(ExecutionId.of(execId))).values().stream()
                .flatMap(family -> family.versions().values().stream())
                .filter(stated -> stated.id().text().equals(execId))
                .toList();
        if (told.isEmpty()) {
            return FillChange.Reason.WAITING;
        }
        boolean combination = told.stream().anyMatch(stated -> stated.contract().isCombination());
        if (combination) {
            return FillChange.Reason.COMBINATION;
        }
        return told.size() > 1 ? FillChange.Reason.SEVERAL_ACCOUNTS : FillChange.Reason.REPLACED;
    }

    private Map<Family.Key, Family> familiesOf(Family.Key execution) {
        Map<Family.Key, Family> found = new LinkedHashMap<>();
        for (Map.Entry<Family.Key, Family> entry :
                families.tailMap(execution.inAnyAccount()).entrySet()) {
            if (!entry.getKey().sameExecution(execution)) {
                break;
            }
            found.put(entry.getKey(), entry.getValue());
        }
        return found;
    }

    /** Its own execution, and those of its order whose versions are told apart by what the order's total says. */
    private Set<Family.Key> affectedBy(Stated stated) {
        Set<Family.Key> affected = new TreeSet<>();
        affected.add(Family.Key.of(stated.id()));
        families.forEach((key, family) -> {
            if (family.versions().values().stream().anyMatch(stated::sharesOrderWith)
                    && (family.versions().size() > 1 || familiesOf(key).size() > 1)) {
                affected.add(key.inAnyAccount());
            }
        });
        return affected;
    }

    private Map<FillKey, Fill> fillsOf(Set<Family.Key> executions) {
        Map<FillKey, Fill> fills = new LinkedHashMap<>();
        executions.forEach(execution -> fills.putAll(fillsOf(execution)));
        return fills;
    }

    /** The fills of one execution in all accounts. */
    private Map<FillKey, Fill> fillsOf(Family.Key execution) {
        List<List<Family.Current>> accounts = Accounts.current(
                familiesOf(execution).values().stream()
                        .map(family -> family.current(this::isToldElsewhere))
                        .filter(current -> !current.isEmpty())
                        .toList(),
                this::isToldElsewhere);
        Map<FillKey, Fill> fills = new LinkedHashMap<>();
        for (List<Family.Current> account : accounts) {
            for (Family.Current each : account) {
                Fill fill = fill(each, accounts.size() > 1);
                fills.put(fill.key(), fill);
            }
        }
        return fills;
    }

    /** A total that another execution brought about was not raised by this one. */
    private boolean isToldElsewhere(Stated stated) {
        return families.entrySet().stream()
                .filter(other -> !other.getKey().sameExecution(Family.Key.of(stated)))
                .flatMap(other -> other.getValue().versions().values().stream())
                .anyMatch(stated::statesTotalOf);
    }

    private Fill fill(Family.Current current, boolean severalAccounts) {
        Stated stated = current.stated();
        Set<Review> reviews = EnumSet.noneOf(Review.class);
        if (current.doubted()) {
            reviews.add(Review.CORRECTION_RAISED_TOTAL);
        }
        if (stated.disputed()) {
            reviews.add(Review.STATED_DIFFERENTLY);
        }
        if (severalAccounts) {
            reviews.add(Review.SEVERAL_ACCOUNTS);
        }
        @Nullable
        CommissionReported commission =
                severalAccounts ? null : commissions.get(stated.id().text());
        return new Fill(
                stated.id(),
                stated.contract(),
                stated.execution(),
                stated.time(),
                commission,
                current.supersedes(),
                reviews);
    }

    /** The newer report, with what it leaves out taken from the older. */
    private static CommissionReported filledUp(CommissionReported newer, CommissionReported older) {
        return new CommissionReported(
                newer.execId(),
                either(newer.commission(), older.commission()),
                either(newer.currency(), older.currency()),
                either(newer.realizedPnl(), older.realizedPnl()),
                either(newer.yield(), older.yield()),
                either(newer.yieldRedemptionDate(), older.yieldRedemptionDate()));
    }

    private static <T> @Nullable T either(@Nullable T first, @Nullable T second) {
        return first == null ? second : first;
    }
}
