package io.flexledger.mapper.ibkr.section;

import io.flexledger.contracts.event.ReferenceEvent.RateStated;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.FxRate;
import io.flexledger.contracts.money.Money;
import io.flexledger.mapper.ibkr.column.Moment;
import io.flexledger.mapper.ibkr.column.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rate behind an {@code AssetSummary}, which states in the base currency what the executions below it state in
 * theirs. Derived only where no column states the rate and the rows below agree on one foreign currency and one day.
 */
final class DerivedRates {

    /** The broker's own rates have five significant digits. */
    private static final MathContext STATED = new MathContext(5, RoundingMode.HALF_EVEN);

    private static final MathContext DERIVED = new MathContext(10, RoundingMode.HALF_EVEN);
    private static final BigDecimal TOLERANCE = new BigDecimal("1e-6");

    private final Set<String> told = new HashSet<>();
    private @Nullable Group group;

    /** A summary and the rows below it. */
    private static final class Group {
        private final Cells summary;
        private final AccountId account;
        private final @Nullable BigDecimal baseProceeds;
        private final @Nullable BigDecimal baseCommission;
        private @Nullable CurrencyCode currency;
        private @Nullable LocalDate day;
        private BigDecimal proceeds = BigDecimal.ZERO;
        private BigDecimal commission = BigDecimal.ZERO;
        private boolean usable;
        private boolean commissionUsable = true;

        /** Reads all it needs of the summary's row, which is gone when the rows below it come. */
        Group(Cells summary) {
            this.summary = summary;
            this.account = summary.account();
            this.baseProceeds = number(summary, "proceeds");
            this.baseCommission = number(summary, "ibCommission");
            this.usable = !summary.selected("fxRateToBase") && summary.text("currency") == null;
        }

        void add(Cells row, Money rowProceeds, @Nullable Money rowCommission) {
            var rowDay = Facts.reportDate(row);
            if (day == null) {
                day = rowDay;
                currency = rowProceeds.currency();
            }
            usable &= rowDay.equals(day) && rowProceeds.currency().equals(currency);
            usable &= row.account().equals(account);
            proceeds = proceeds.add(rowProceeds.amount());
            if (rowCommission != null) {
                commissionUsable &= rowCommission.currency().equals(rowProceeds.currency());
                commission = commission.add(rowCommission.amount());
            }
        }
    }

    /** Starts a summary's rows; those of the one before are closed. */
    void open(Cells summary) {
        group = new Group(summary);
    }

    /** A row below the summary that cannot be read leaves the sums incomplete. */
    void spoil() {
        if (group != null) {
            group.usable = false;
        }
    }

    void add(Cells row, Money proceeds, @Nullable Money commission) {
        if (group != null && group.usable) {
            group.add(row, proceeds, commission);
        }
    }

    /** What the last summary says, once all its rows are read. */
    Optional<RateStated> close() {
        var complete = group;
        group = null;
        if (complete == null || !complete.usable || complete.currency == null || complete.day == null) {
            return Optional.empty();
        }
        var terms = complete.summary.terms();
        var rate = rate(complete);
        if (rate == null
                || complete.currency.equals(terms.base())
                || !told.add(complete.account + " " + complete.day + " " + complete.currency)) {
            return Optional.empty();
        }
        var fact = Facts.keyed(
                complete.summary,
                "rate-derived",
                Facts.key(complete.day, complete.currency, terms.base()),
                complete.day,
                Moment.of(complete.day));
        return Optional.of(
                new RateStated(fact, new FxRate(complete.currency, terms.base(), rate, FxRate.Source.DERIVED)));
    }

    private static @Nullable BigDecimal rate(Group group) {
        var baseProceeds = group.baseProceeds;
        var baseCommission = group.commissionUsable ? group.baseCommission : null;
        var exact = quotient(baseProceeds, group.proceeds);
        if (exact == null) {
            exact = quotient(baseCommission, group.commission);
        }
        if (exact == null) {
            return null;
        }
        var short5 = exact.round(STATED);
        boolean reproduces = reproduces(baseProceeds, group.proceeds, short5)
                && reproduces(baseCommission, group.commission, short5);
        return reproduces ? short5 : exact.round(DERIVED);
    }

    /** A summary is evidence: what it misspells yields no rate, and no rejection. */
    private static @Nullable BigDecimal number(Cells summary, String column) {
        var text = summary.text(column);
        return text != null && Numbers.isNumber(text) ? Numbers.parse(text) : null;
    }

    private static @Nullable BigDecimal quotient(@Nullable BigDecimal base, BigDecimal sum) {
        if (base == null || base.signum() == 0 || sum.signum() == 0) {
            return null;
        }
        var quotient = base.divide(sum, MathContext.DECIMAL128);
        return quotient.signum() > 0 ? quotient : null;
    }

    private static boolean reproduces(@Nullable BigDecimal base, BigDecimal sum, BigDecimal rate) {
        return base == null || base.subtract(sum.multiply(rate)).abs().compareTo(TOLERANCE) <= 0;
    }
}
