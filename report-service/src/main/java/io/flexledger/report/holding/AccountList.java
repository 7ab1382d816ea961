package io.flexledger.report.holding;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flexledger.contracts.id.AccountId;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All accounts, those the ledger cannot book yet among them.
 *
 * @param note what the list may lack, for a person
 */
public record AccountList(List<Listed> accounts, @Nullable String note) {

    public AccountList {
        accounts = List.copyOf(accounts);
    }

    /**
     * An account and the report days there are of it.
     *
     * @param baseCurrency as its net asset value is stated; absent while no statement said it
     * @param first        absent while there is no day
     * @param last         absent while there is no day
     * @param waiting      absent where nothing waits
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Listed(
            AccountId account,
            @Nullable String baseCurrency,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            int days,
            @Nullable Waiting waiting) {}

    /**
     * Facts the ledger has and cannot book.
     *
     * @param from   first report day that is not booked
     * @param reason in the ledger's words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Waiting(@Nullable LocalDate from, String reason) {}

    /** By id. An account the ledger is about to book and nobody heard of yet is left out: nothing is known of it. */
    public static AccountList of(List<KnownAccount> known, List<BookedAccount> booked, @Nullable String note) {
        var listed = new TreeMap<String, Listed>();
        for (var account : known) {
            listed.put(
                    account.account().value(),
                    new Listed(
                            account.account(),
                            account.baseCurrency(),
                            account.first(),
                            account.last(),
                            account.days(),
                            null));
        }
        for (var account : booked) {
            var reason = account.held();
            if (reason != null) {
                var waiting = new Waiting(account.dirtyFrom(), reason);
                listed.compute(
                        account.account().value(),
                        (_, before) -> before == null
                                ? new Listed(account.account(), account.base(), null, null, 0, waiting)
                                : new Listed(
                                        before.account,
                                        before.baseCurrency,
                                        before.first,
                                        before.last,
                                        before.days,
                                        waiting));
            }
        }
        return new AccountList(List.copyOf(listed.values()), note);
    }

    /** One account that has days and does not wait: there is nothing to choose and nothing to warn of. */
    public boolean isOne() {
        return accounts.size() == 1
                && accounts.getFirst().last() != null
                && accounts.getFirst().waiting() == null;
    }

    public boolean isEmpty() {
        return accounts.isEmpty();
    }
}
