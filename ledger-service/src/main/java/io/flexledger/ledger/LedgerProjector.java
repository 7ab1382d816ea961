package io.flexledger.ledger;

import io.flexledger.contracts.Topics;
import io.flexledger.contracts.event.BrokerClaim.CashStated;
import io.flexledger.contracts.event.BrokerClaim.FundsLine;
import io.flexledger.contracts.event.BrokerClaim.NavChangeStated;
import io.flexledger.contracts.event.BrokerClaim.NavStated;
import io.flexledger.contracts.event.BrokerClaim.PositionStated;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.CashEvent;
import io.flexledger.contracts.event.CashEvent.CashFlow;
import io.flexledger.contracts.event.ReferenceEvent.AccountDescribed;
import io.flexledger.contracts.event.ReferenceEvent.InstrumentDescribed;
import io.flexledger.contracts.event.ReferenceEvent.RateStated;
import io.flexledger.contracts.event.ReferenceEvent.StatementRead;
import io.flexledger.contracts.event.TradeEvent;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.event.TradeEvent.FillCancelled;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.ledger.adapter.db.AccountTable;
import io.flexledger.ledger.adapter.db.EventTable;
import io.flexledger.ledger.adapter.db.ProvisionalTable;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The service's table of contents: facts are kept as they come, and folded once the statement that brought them has been
 * read to its end. All of it happens in the transaction that also moves the offset. Provisional fills, which no statement
 * completes, are kept here and folded by {@link LiveFolds}.
 */
@ApplicationScoped
public class LedgerProjector {

    private static final Logger LOG = Logger.getLogger(LedgerProjector.class);

    private final EventTable events;
    private final AccountTable accounts;
    private final ProvisionalTable fills;
    private final AccountFold fold;

    LedgerProjector(EventTable events, AccountTable accounts, ProvisionalTable fills, AccountFold fold) {
        this.events = events;
        this.accounts = accounts;
        this.fills = fills;
        this.fold = fold;
    }

    /** Takes a batch of facts from {@link Topics#CANONICAL_EVENT}. */
    public void apply(SqlConnection tx, List<CanonicalEvent> batch) {
        accounts.lock(tx, batch.stream().map(CanonicalEvent::account).collect(Collectors.toCollection(TreeSet::new)));
        var byOrigin = batch.stream()
                .collect(Collectors.partitioningBy(event -> event.fact().provisional()));
        events.add(tx, byOrigin.getOrDefault(false, List.of()))
                .forEach((account, day) -> accounts.dirty(tx, account, day));
        events.add(tx, byOrigin.getOrDefault(true, List.of()))
                .forEach((account, day) -> accounts.live(tx, account, day));
        fills.heard(tx, batch);
        batch.forEach(event -> base(event).ifPresent(base -> learn(tx, event.account(), base)));
        batch.forEach(event -> shownBase(event).ifPresent(base -> assume(tx, event.account(), base)));
        var complete = new TreeSet<AccountId>();
        for (var event : batch) {
            if (event instanceof StatementRead) {
                complete.add(event.account());
            }
        }
        complete.forEach(account -> fold.run(tx, account));
    }

    private static Optional<CurrencyCode> base(CanonicalEvent event) {
        return switch (event) {
            case AccountDescribed described -> Optional.of(described.baseCurrency());
            case NavStated stated -> Optional.of(stated.currency());
            case NavChangeStated change -> Optional.of(change.currency());
            case TradeEvent _,
                    CashEvent _,
                    PositionStated _,
                    CashStated _,
                    FundsLine _,
                    InstrumentDescribed _,
                    RateStated _,
                    StatementRead _ -> Optional.empty();
        };
    }

    /** Narrow queries do not state it, but a row whose rate is from a currency to itself shows it. */
    private static Optional<CurrencyCode> shownBase(CanonicalEvent event) {
        var rate = switch (event) {
            case Fill fill -> fill.fxRate();
            case FillCancelled cancelled -> cancelled.fxRate();
            case CashFlow flow -> flow.fxRate();
            default -> null;
        };
        return Optional.ofNullable(rate).filter(r -> r.from().equals(r.to())).map(FxRate::to);
    }

    private void assume(SqlConnection tx, AccountId account, CurrencyCode base) {
        if (accounts.assumeBase(tx, account, base)) {
            accounts.dirty(tx, account, LocalDate.EPOCH);
        }
    }

    /** Every figure in base depends on it, so the account is folded again from its first day. */
    private void learn(SqlConnection tx, AccountId account, CurrencyCode base) {
        if (accounts.base(tx, account, base)) {
            accounts.dirty(tx, account, LocalDate.EPOCH);
            LOG.infof("base currency learned account=%s currency=%s", account, base);
        }
    }
}
