package io.flexledger.testing.statement;

import io.flexledger.testing.statement.account.MarketCalendar;
import io.flexledger.testing.statement.section.Section;
import io.flexledger.testing.statement.section.TradeLevel;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to generate. Equal specs give equal bytes, on any machine.
 *
 * @param firstDay moved to the next Monday to Friday if it is neither
 * @param days report days per account, US holidays included
 * @param trades exchange fills per account; exercises, assignments and expiries come on top
 */
public record StatementSpec(long seed, Accounts accounts, LocalDate firstDay, int days, int trades, Query query) {

    private static final LocalTime MORNING = LocalTime.of(4, 27, 2);

    /**
     * Whose statements.
     *
     * @param first its number counts up for the others: {@code U7000001}, {@code U7000002}, ...
     * @param euros whether euro stocks are traded beside the US ones
     */
    public record Accounts(String first, int count, String base, boolean euros) {

        public Accounts {
            if (count < 1 || !first.matches("[A-Z]+\\d{1,9}")) {
                throw new IllegalArgumentException(
                        "one account or more, named by letters and up to nine digits: " + count + " from " + first);
            }
        }

        /** The n-th id, from zero, as wide as the first. */
        public String id(int index) {
            String letters = first.replaceAll("\\d", "");
            String digits = first.substring(letters.length());
            return letters + ("%0" + digits.length() + "d").formatted(Long.parseLong(digits) + index);
        }
    }

    /**
     * What the query selects and how it cuts.
     *
     * @param whenGenerated New York time; null is the morning after the last day
     */
    public record Query(
            String name,
            Set<Section> sections,
            Set<TradeLevel> levels,
            Breakout breakout,
            @Nullable LocalDateTime whenGenerated) {

        public Query {
            sections = Set.copyOf(sections);
            levels = Set.copyOf(levels);
        }
    }

    /** One statement per day, or one for all. */
    public enum Breakout {
        BY_DAY,
        WHOLE_PERIOD
    }

    public StatementSpec {
        if (days < 1 || trades < 0) {
            throw new IllegalArgumentException("days start at 1, trades at 0: " + days + ", " + trades);
        }
        if (!MarketCalendar.isReportDay(firstDay)) {
            firstDay = MarketCalendar.nextReportDay(firstDay);
        }
    }

    /** A quarter of one Hong Kong dollar account, all sections, one statement per day. */
    public static StatementSpec seeded(long seed) {
        return new StatementSpec(
                seed,
                new Accounts("U7000001", 1, "HKD", false),
                LocalDate.of(2025, 1, 2),
                60,
                600,
                new Query("Generated", Section.full(), TradeLevel.all(), Breakout.BY_DAY, null));
    }

    public StatementSpec withSeed(long value) {
        return new StatementSpec(value, accounts, firstDay, days, trades, query);
    }

    public StatementSpec withAccounts(String first, int count) {
        return with(new Accounts(first, count, accounts.base(), accounts.euros()));
    }

    public StatementSpec withBase(String currency) {
        return with(new Accounts(accounts.first(), accounts.count(), currency, accounts.euros()));
    }

    public StatementSpec withEuros() {
        return with(new Accounts(accounts.first(), accounts.count(), accounts.base(), true));
    }

    private StatementSpec with(Accounts changed) {
        return new StatementSpec(seed, changed, firstDay, days, trades, query);
    }

    public StatementSpec withDays(LocalDate first, int count) {
        return new StatementSpec(seed, accounts, first, count, trades, query);
    }

    public StatementSpec withTrades(int count) {
        return new StatementSpec(seed, accounts, firstDay, days, count, query);
    }

    public StatementSpec with(Breakout breakout) {
        return with(new Query(query.name(), query.sections(), query.levels(), breakout, query.whenGenerated()));
    }

    public StatementSpec withSections(Set<Section> sections) {
        return with(new Query(query.name(), sections, query.levels(), query.breakout(), query.whenGenerated()));
    }

    public StatementSpec withLevels(Set<TradeLevel> levels) {
        return with(new Query(query.name(), query.sections(), levels, query.breakout(), query.whenGenerated()));
    }

    public StatementSpec withName(String name) {
        return with(new Query(name, query.sections(), query.levels(), query.breakout(), query.whenGenerated()));
    }

    public StatementSpec withWhenGenerated(LocalDateTime time) {
        return with(new Query(query.name(), query.sections(), query.levels(), query.breakout(), time));
    }

    private StatementSpec with(Query changed) {
        return new StatementSpec(seed, accounts, firstDay, days, trades, changed);
    }

    public LocalDate lastDay() {
        LocalDate day = firstDay;
        for (int passed = 1; passed < days; passed++) {
            day = MarketCalendar.nextReportDay(day);
        }
        return day;
    }

    LocalDateTime generatedAt() {
        LocalDateTime chosen = query.whenGenerated();
        return chosen == null ? lastDay().plusDays(1).atTime(MORNING) : chosen;
    }
}
