package io.flexledger.ledger.book;

import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.ledger.lot.LotBook;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account after a report day: all the next day's fold needs. Kept as a checkpoint.
 *
 * @param day      the last day folded, absent before the first
 * @param notional what margin-settled positions would have cost, per currency
 * @param accruals interest earned or owed but not paid, per currency
 * @param stated   value that only the broker states, per currency
 * @param rates    last rate of each currency
 * @param total    calculated net asset value at the close of {@code day}
 * @param official the broker's, where it was stated
 */
public record AccountState(
        AccountId account,
        CurrencyCode base,
        @Nullable LocalDate day,
        List<Money> cash,
        List<Money> notional,
        List<Money> accruals,
        List<Money> stated,
        List<Holding> holdings,
        List<FxRate> rates,
        Money total,
        @Nullable Money official) {

    /** An instrument and its open lots. */
    public record Holding(Instrument instrument, LotBook book) {}

    public AccountState {
        cash = List.copyOf(cash);
        notional = List.copyOf(notional);
        accruals = List.copyOf(accruals);
        stated = List.copyOf(stated);
        holdings = List.copyOf(holdings);
        rates = List.copyOf(rates);
    }

    public static AccountState empty(AccountId account, CurrencyCode base) {
        return new AccountState(
                account,
                base,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Money.zero(base),
                null);
    }

    /** The same account with rates that were stated before anything was folded. */
    public AccountState with(List<FxRate> newRates) {
        return new AccountState(
                account, base, day, cash, notional, accruals, stated, holdings, newRates, total, official);
    }
}
