package io.flexledger.testing.flex.report;

import io.flexledger.testing.statement.StatementSpec.Breakout;
import io.flexledger.testing.statement.section.Section;
import java.util.Set;

/**
 * A query as somebody saved it at the broker.
 *
 * @param id       by which it is requested
 * @param name     stands in the report
 * @param sections may be fewer than the role needs, as in a query that was put together wrongly
 */
public record SimulatedQuery(
        String id, String name, QueryRole role, QueryPeriod period, Breakout breakout, Set<Section> sections) {

    public SimulatedQuery {
        sections = Set.copyOf(sections);
    }

    /** All that the role needs, one statement per day; month to date, and today for confirmations. */
    public static SimulatedQuery of(String id, String name, QueryRole role) {
        QueryPeriod period = role == QueryRole.CONFIRMS ? QueryPeriod.TODAY : QueryPeriod.MONTH_TO_DATE;
        return new SimulatedQuery(id, name, role, period, Breakout.BY_DAY, role.sections());
    }

    /** Everything about the account. */
    public static SimulatedQuery full(String id) {
        return of(id, "Full", QueryRole.FULL);
    }

    public SimulatedQuery with(QueryPeriod other) {
        return new SimulatedQuery(id, name, role, other, breakout, sections);
    }

    public SimulatedQuery with(Breakout other) {
        return new SimulatedQuery(id, name, role, period, other, sections);
    }

    public SimulatedQuery withSections(Set<Section> selected) {
        return new SimulatedQuery(id, name, role, period, breakout, selected);
    }

    /** Whether it tells of the running day. */
    public boolean isIntraday() {
        return role == QueryRole.CONFIRMS;
    }
}
