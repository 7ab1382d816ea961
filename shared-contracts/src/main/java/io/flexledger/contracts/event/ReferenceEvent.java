package io.flexledger.contracts.event;

import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.FxRate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What the other events are read by: the account, instruments, rates, and the statements themselves. */
public sealed interface ReferenceEvent extends CanonicalEvent {

    /** The account itself (AccountInformation); names and addresses are left out on purpose. */
    record AccountDescribed(
            Fact fact,
            CurrencyCode baseCurrency,
            @Nullable String accountType,
            @Nullable LocalDate opened) implements ReferenceEvent {
        @Override
        public AccountDescribed with(Fact fact) {
            return new AccountDescribed(fact, baseCurrency, accountType, opened);
        }
    }

    /** One row of SecuritiesInfo. */
    record InstrumentDescribed(Fact fact, Instrument instrument) implements ReferenceEvent {
        @Override
        public InstrumentDescribed with(Fact fact) {
            return new InstrumentDescribed(fact, instrument);
        }
    }

    /** A conversion rate of the report date: stated in ConversionRates, or derived where a row states both currencies. */
    record RateStated(Fact fact, FxRate rate) implements ReferenceEvent {
        @Override
        public RateStated with(Fact fact) {
            return new RateStated(fact, rate);
        }
    }

    /**
     * A statement was read to its end: the last event of every artifact, so that whatever it stated may now be folded.
     * Each account its rows name gets one. Rows in = mapped + evidence + rejected + unmapped.
     *
     * @param from      first day covered
     * @param to        last day covered
     * @param period    the query's period, such as MonthToDate
     * @param sections  rows by section, 0 for a section that is present and empty
     * @param columns   columns selected per section, where their absence can leave an amount unexplained
     * @param rows      row accounting of the artifact
     */
    record StatementRead(
            Fact fact,
            LocalDate from,
            LocalDate to,
            @Nullable String period,
            SortedMap<String, Integer> sections,
            Map<String, List<String>> columns,
            RowAccount rows)
            implements ReferenceEvent {
        @Override
        public StatementRead with(Fact fact) {
            return new StatementRead(fact, from, to, period, sections, columns, rows);
        }
    }

    /**
     * What became of an artifact's rows.
     *
     * @param mapped   became an event, new or already known
     * @param evidence kept as raw records only, by stated policy
     * @param rejected refused, each with a rejection
     * @param unmapped of sections this version does not know, kept and counted
     */
    record RowAccount(int total, int mapped, int evidence, int rejected, int unmapped) {
        public RowAccount {
            if (total != mapped + evidence + rejected + unmapped) {
                throw new IllegalArgumentException("rows do not add up: " + total + " != " + mapped + " + " + evidence
                        + " + " + rejected + " + " + unmapped);
            }
        }
    }
}
