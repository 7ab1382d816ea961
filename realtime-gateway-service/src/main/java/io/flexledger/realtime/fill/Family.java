package io.flexledger.realtime.fill;

import io.flexledger.contracts.id.ExecutionId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** All versions of one execution in one account, by revision. */
record Family(SortedMap<Integer, Stated> versions) {

    static final Family EMPTY = new Family(new TreeMap<>());

    Family {
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    }

    /** Names a family; ids that count revisions never share one with ids that do not. */
    record Key(String base, boolean counted, String account) implements Comparable<Key> {
        static Key of(Stated stated) {
            return new Key(
                    stated.id().base(),
                    stated.id().countsRevisions(),
                    stated.execution().account());
        }

        /** Before all accounts of the execution. */
        static Key of(ExecutionId id) {
            return new Key(id.base(), id.countsRevisions(), "");
        }

        Key inAnyAccount() {
            return new Key(base, counted, "");
        }

        @Override
        public int compareTo(Key other) {
            int order = base.compareTo(other.base);
            if (order == 0) {
                order = Boolean.compare(counted, other.counted);
            }
            return order == 0 ? account.compareTo(other.account) : order;
        }

        boolean sameExecution(Key other) {
            return base.equals(other.base) && counted == other.counted;
        }
    }

    /** A version that counts, and those it replaces. */
    record Current(Stated stated, List<ExecutionId> supersedes, boolean doubted) {
        Current inDoubt() {
            return new Current(stated, supersedes, true);
        }
    }

    Family with(Stated stated) {
        TreeMap<Integer, Stated> more = new TreeMap<>(versions);
        more.merge(stated.id().revisionOrZero(), stated, Stated::merge);
        return new Family(more);
    }

    /**
     * The versions that count: the highest, and any before it that it cannot be a correction of.
     *
     * @param toldElsewhere whether another execution of the order accounts for the total a version states
     */
    List<Current> current(Predicate<Stated> toldElsewhere) {
        List<Current> current = new ArrayList<>();
        for (Stated next : versions.values()) {
            if (next.contract().isCombination()) {
                continue;
            }
            if (current.isEmpty()) {
                current.add(new Current(next, List.of(), false));
                continue;
            }
            Current last = current.removeLast();
            if (next.raisesTotalOf(last.stated()) && !toldElsewhere.test(next)) {
                current.add(new Current(last.stated(), last.supersedes(), true));
                current.add(new Current(next, List.of(), true));
            } else {
                List<ExecutionId> supersedes = new ArrayList<>(last.supersedes());
                supersedes.add(last.stated().id());
                current.add(new Current(next, List.copyOf(supersedes), last.doubted()));
            }
        }
        return current;
    }
}
