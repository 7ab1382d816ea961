package io.flexledger.report.day;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything the ledger published about one report day of one account.
 *
 * @param base       base currency of the account
 * @param entries    of the day, in sequence
 * @param official   the broker's net asset value, absent where no statement gave it
 * @param calculated the ledger's own
 * @param live       the gateway's last word on the day; what a closed day tells does not depend on it
 * @param previous   the report day before, absent on the first
 */
public record LedgerDay(
        AccountId account,
        LocalDate date,
        CurrencyCode base,
        List<JournalEntry> entries,
        @Nullable NavSnapshot official,
        @Nullable NavSnapshot calculated,
        @Nullable NavSnapshot live,
        @Nullable Previous previous) {

    public LedgerDay {
        entries = entries.stream()
                .sorted(Comparator.comparingInt(JournalEntry::sequence).thenComparing(JournalEntry::id))
                .toList();
    }

    /** The report day before, as far as it is known. */
    public record Previous(
            LocalDate date,
            @Nullable NavSnapshot official,
            @Nullable NavSnapshot calculated) {}

    /** Who says what the day started with, strongest first. */
    public enum OpeningSource {
        /** The broker's {@code startingValue} of the day. */
        STARTING_VALUE,
        /** The broker's total of the report day before. */
        PREVIOUS_OFFICIAL,
        /** Nobody official: the ledger's own value. */
        CALCULATED,
        /** Nobody: the day is told as changes from zero. */
        UNKNOWN
    }

    public OpeningSource openingSource() {
        if (official != null && official.opening() != null) {
            return OpeningSource.STARTING_VALUE;
        }
        if (previousOfficial().isPresent()) {
            return OpeningSource.PREVIOUS_OFFICIAL;
        }
        return calculated != null && calculated.opening() != null ? OpeningSource.CALCULATED : OpeningSource.UNKNOWN;
    }

    /** Net asset value the day starts from, in base, unrounded. */
    public Money opening() {
        var stated = official == null ? null : official.opening();
        if (stated != null) {
            return stated;
        }
        var own = calculated == null ? null : calculated.opening();
        return previousOfficial().orElse(own != null ? own : Money.zero(base));
    }

    /** The broker's closing value of the report day before. */
    public Optional<Money> previousOfficial() {
        return Optional.ofNullable(previous).map(Previous::official).map(NavSnapshot::total);
    }

    public Optional<Money> officialClose() {
        return Optional.ofNullable(official).map(NavSnapshot::total);
    }

    /** The gateway's last value, where it counts in the account's base currency. */
    public Optional<NavSnapshot> lastLive() {
        return Optional.ofNullable(live)
                .filter(value -> value.total().currency().equals(base));
    }

    /** The gateway's value, as long as the broker has not stated the day. */
    public Optional<NavSnapshot> running() {
        return official == null ? lastLive() : Optional.empty();
    }

    /** What the day is explained up to: the broker's value, or the gateway's while the day runs. */
    public Optional<Money> statedClose() {
        return officialClose().or(() -> running().map(NavSnapshot::total));
    }

    /** What says which positions are open: the ledger's books; the gateway while the day runs and it values any. */
    public Optional<NavSnapshot> held() {
        return running().filter(value -> !value.positions().isEmpty()).or(() -> Optional.ofNullable(calculated));
    }

    /** What was open at the close, or is now. */
    public List<NavSnapshot.Holding> holdings() {
        return held().map(NavSnapshot::positions).orElse(List.of());
    }

    /** The ledger's value of the day; of the last day it told, where it has told nothing of this one. */
    public Optional<NavSnapshot> lastCalculated() {
        return Optional.ofNullable(calculated)
                .or(() -> Optional.ofNullable(previous).map(Previous::calculated));
    }

    /** Why its figures may be incomplete or may still change: of the values first, then of the entries. */
    public List<Caveat> caveats() {
        var ofValues = Stream.of(Optional.ofNullable(official), Optional.ofNullable(calculated), running())
                .flatMap(Optional::stream)
                .flatMap(snapshot -> snapshot.caveats().stream());
        var ofEntries = entries.stream().flatMap(entry -> entry.caveats().stream());
        return Stream.of(ofValues, otherBase().stream(), ofEntries)
                .flatMap(caveats -> caveats)
                .distinct()
                .toList();
    }

    /** Before the first statement the ledger counts in the configured currency; the gateway knows the account's own. */
    private Optional<Caveat> otherBase() {
        return Optional.ofNullable(live)
                .map(value -> value.total().currency())
                .filter(currency -> !currency.equals(base))
                .map(currency -> new Caveat(
                        "GATEWAY_OTHER_BASE",
                        "the gateway values the account in %s and the ledger in %s, so neither explains the other: import a"
                                        .formatted(currency, base)
                                + " statement with AccountInformation, or set ledger.default-base-currency to "
                                + currency));
    }

    /** Effect of several entries, in base. */
    public Money economic(List<JournalEntry> several) {
        return several.stream().map(this::economic).reduce(Money.zero(base), Money::plus);
    }

    /** Effect of an entry on net asset value, in base. */
    public Money economic(JournalEntry entry) {
        return entry.impacts().stream().map(i -> i.base()).reduce(Money.zero(base), Money::plus);
    }
}
