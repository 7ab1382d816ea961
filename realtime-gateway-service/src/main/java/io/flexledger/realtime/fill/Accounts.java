package io.flexledger.realtime.fill;

import io.flexledger.realtime.fill.Family.Current;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One execution that is told for several accounts: of one revision it is an allocation and all of them stand; a higher
 * revision in another account has moved it there.
 */
final class Accounts {

    private Accounts() {}

    /**
     * Those that count, each as it stands.
     *
     * @param accounts what stands in each account by itself, never nothing
     */
    static List<List<Current>> current(List<List<Current>> accounts, Predicate<Stated> toldElsewhere) {
        int highest = accounts.stream().mapToInt(Accounts::revision).max().orElse(0);
        List<Stated> newest = accounts.stream()
                .filter(account -> revision(account) == highest)
                .map(account -> account.getLast().stated())
                .toList();
        List<List<Current>> current = new ArrayList<>();
        boolean doubted = false;
        for (List<Current> account : accounts) {
            Stated last = account.getLast().stated();
            boolean isNewest = revision(account) == highest;
            boolean isBeside = !isNewest
                    && newest.stream().anyMatch(next -> next.raisesTotalOf(last) && !toldElsewhere.test(next));
            doubted |= isBeside;
            if (isNewest || isBeside) {
                current.add(account);
            }
        }
        return doubted ? current.stream().map(Accounts::inDoubt).toList() : current;
    }

    private static int revision(List<Current> account) {
        return account.getLast().stated().id().revisionOrZero();
    }

    private static List<Current> inDoubt(List<Current> account) {
        return account.stream().map(Current::inDoubt).toList();
    }
}
