package io.flexledger.ledger;

import io.flexledger.contracts.event.BrokerClaim.NavStated;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.TradeEvent.FillCancelled;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.PositionUpdate;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.ledger.adapter.db.AccountTable;
import io.flexledger.ledger.adapter.db.CheckpointTable;
import io.flexledger.ledger.adapter.db.EventTable;
import io.flexledger.ledger.book.AccountState;
import io.flexledger.ledger.day.DayFacts;
import io.flexledger.ledger.day.DayFold;
import io.flexledger.ledger.day.LedgerPolicy;
import io.flexledger.ledger.day.MissingRateException;
import io.flexledger.ledger.day.Surroundings;
import io.flexledger.ledger.history.History;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Folds one account from the first day that changed, on the checkpoint before it, and saves what came out. */
@ApplicationScoped
public class AccountFold {

    private static final Logger LOG = Logger.getLogger(AccountFold.class);

    /** The close of every report day; a half-day's earlier close is a matter of how it is shown. */
    private static final LocalTime CLOSE = LocalTime.of(16, 0);

    private static final ZoneId VENUE = ZoneId.of("America/New_York");

    /** The last day a fact can be of. */
    private static final LocalDate END = LocalDate.of(9999, 12, 31);

    /** An option is booked some days after the date OptionEAE gives it, over long weekends. */
    private static final int OPTION_EVENT_DAYS = 10;

    private final EventTable events;
    private final AccountTable accounts;
    private final CheckpointTable checkpoints;
    private final Provisionals provisionals;
    private final Publication publication;
    private final LedgerConfig config;

    AccountFold(
            EventTable events,
            AccountTable accounts,
            CheckpointTable checkpoints,
            Provisionals provisionals,
            Publication publication,
            LedgerConfig config) {
        this.events = events;
        this.accounts = accounts;
        this.checkpoints = checkpoints;
        this.provisionals = provisionals;
        this.publication = publication;
        this.config = config;
    }

    /**
     * Does nothing if no day changed. Without a rate, or with facts that do not fit one another, the account waits as it
     * was, with the reason on record; others go on.
     */
    void run(SqlConnection tx, AccountId account) {
        var known = accounts.get(tx, account);
        if (known.dirtyFrom() == null && known.liveFrom() == null) {
            return;
        }
        var base = known.base() != null ? known.base() : CurrencyCode.of(config.defaultBaseCurrency());
        tx.query("savepoint fold").executeAndAwait();
        try {
            var changed = earliest(known.dirtyFrom(), known.liveFrom());
            var moved = provisionals.place(tx, account, changed).orElse(null);
            var from = earliest(changed, moved);
            var lastDay = fold(tx, account, base, from);
            tx.query("release savepoint fold").executeAndAwait();
            accounts.folded(tx, account, lastDay);
        } catch (MissingRateException noRate) {
            hold(tx, account, noRate);
            LOG.warnf("fold waits account=%s reason=%s", account, noRate.getMessage());
        } catch (UnfoldableException unfoldable) {
            hold(tx, account, unfoldable);
            LOG.errorf(unfoldable, "fold waits account=%s", account);
        }
    }

    private static LocalDate earliest(@Nullable LocalDate... days) {
        return Stream.of(days)
                .flatMap(Stream::ofNullable)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    private void hold(SqlConnection tx, AccountId account, RuntimeException why) {
        tx.query("rollback to savepoint fold").executeAndAwait();
        accounts.held(tx, account, String.valueOf(why.getMessage()));
    }

    private LocalDate fold(SqlConnection tx, AccountId account, CurrencyCode base, LocalDate dirtyFrom) {
        var start = checkpoints
                .before(tx, account, dirtyFrom)
                .filter(state -> state.base().equals(base));
        // Without a checkpoint the days before may hold the value the account starts from.
        var from = start.isPresent() ? dirtyFrom : LocalDate.EPOCH;
        var run = new Run(tx, start.orElseGet(() -> AccountState.empty(account, base)));
        for (var window :
                windows(from, events.days(tx, account, from), config.fold().windowSize())) {
            run.fold(window);
        }
        return run.finish(from);
    }

    /** Cuts the time from a day on at days with facts, so that each part has about so many versions. */
    private static List<Window> windows(LocalDate from, SortedMap<LocalDate, Long> days, int size) {
        var windows = new ArrayList<Window>();
        var first = from;
        long versions = 0;
        for (var day : days.entrySet()) {
            versions += day.getValue();
            if (versions >= size) {
                windows.add(new Window(first, day.getKey()));
                first = day.getKey().plusDays(1);
                versions = 0;
            }
        }
        windows.add(new Window(first, END));
        return windows;
    }

    private record Window(LocalDate from, LocalDate to) {}

    /** The state goes from day to day; the results are saved window by window, the positions at the end. */
    private final class Run {

        private final SqlConnection tx;
        private final AccountState checkpoint;
        private final SortedMap<InstrumentId, PositionUpdate> positions = new TreeMap<>();
        private AccountState state;
        private @Nullable NavStated before;

        Run(SqlConnection tx, AccountState checkpoint) {
            this.tx = tx;
            this.checkpoint = checkpoint;
            this.state = checkpoint;
        }

        void fold(Window window) {
            var current = new ArrayList<>(History.current(events.versions(
                    tx,
                    state.account(),
                    window.from(),
                    window.to(),
                    window.from().minusDays(OPTION_EVENT_DAYS))));
            var provisional = provisionals.concerning(tx, state.account(), window.from(), window.to());
            current.addAll(provisional.booked());
            var leftOut = new TreeMap<EventId, Caveat>();
            var surroundings = surroundings(tx, state.account(), current);
            var draft = new Publication.Draft();
            for (var facts : DayFacts.byDay(current, provisional.unconfirmed())
                    .tailMap(window.from())
                    .values()) {
                if (facts.date().isAfter(window.to())) {
                    break;
                }
                var result = fold(facts, surroundings);
                before = facts.nav().orElse(before);
                state = result.after();
                draft.add(result);
                leftOut.putAll(result.leftOut());
                result.positions().forEach(p -> positions.put(p.instrument().id(), p));
            }
            publication.publish(tx, state.account(), window.from(), window.to(), draft);
            provisionals.leftOut(tx, provisional, leftOut);
        }

        private DayFold.Result fold(DayFacts facts, Surroundings surroundings) {
            try {
                return DayFold.fold(state, facts, surroundings, before, policy());
            } catch (MissingRateException noRate) {
                throw noRate;
            } catch (RuntimeException wrong) {
                throw new UnfoldableException(facts.date(), wrong);
            }
        }

        LocalDate finish(LocalDate from) {
            publication.publish(tx, from, checkpoint, positions, policy());
            return state.day() == null ? from : state.day();
        }
    }

    /** Cancelled fills may be of any day before. */
    private Surroundings surroundings(SqlConnection tx, AccountId account, List<CanonicalEvent> current) {
        var near = Surroundings.of(current);
        var missing = current.stream()
                .filter(FillCancelled.class::isInstance)
                .map(FillCancelled.class::cast)
                .filter(cancel -> near.original(cancel) == null)
                .toList();
        if (missing.isEmpty()) {
            return near;
        }
        var all = new ArrayList<>(current);
        all.addAll(History.current(events.originals(tx, account, missing)));
        return Surroundings.of(all);
    }

    private LedgerPolicy policy() {
        var rates = new HashMap<CurrencyCode, BigDecimal>();
        config.fx().rates().forEach((code, rate) -> rates.put(CurrencyCode.of(code), rate));
        return new LedgerPolicy(rates, day -> day.atTime(CLOSE).atZone(VENUE).toInstant());
    }
}
