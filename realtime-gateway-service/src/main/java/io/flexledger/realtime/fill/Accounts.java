package io.flexledger.realtime.fill;

import io.flexledger.realtime.fill.Family.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One execution that is told for several accounts: of one revision it is an allocation and all of them stand; a higher revision in
 * another account has moved it there.
 */
final class Accounts {

    private Accounts() {}

    /**
     * Those that count, each as it stands.
     *
     * @param accounts what stands in each account by itself, never nothing
     */
    static List<List<Standing>> standing(List<List<Standing>> accounts, Predicate<Stated> toldElsewhere) {
        int highest = accounts.stream().mapToInt(Accounts::revision).max().orElse(0);
        List<Stated> newest = accounts.stream()
                .filter(account -> revision(account) == highest)
                .map(account -> account.getLast().stated())
                .toList();
        List<List<Standing>> standing = new ArrayList<>();
        boolean doubted = false;
        for (List<Standing> account : accounts) {
            Stated last = account.getLast().stated();
            boolean isNewest = revision(account) == highest;
            boolean isBeside = !isNewest
                    && newest.stream().anyMatch(next -> next.raisesTotalOf(last) && !toldElsewhere.test(next));
            doubted |= isBeside;
            if (isNewest || isBeside) {
                standing.add(account);
            }
        }
        return doubted ? standing.stream().map(Accounts::inDoubt).toList() : standing;
    }

    private static int revision(List<Standing> account) {
        return account.getLast().stated().id().revisionOrZero();
    }

    private static List<Standing> inDoubt(List<Standing> account) {
        return account.stream().map(Standing::inDoubt).toList();
    }
}
