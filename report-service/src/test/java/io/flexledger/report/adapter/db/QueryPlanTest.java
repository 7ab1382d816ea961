package io.flexledger.report.adapter.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the pages ask takes as long in a large table as in a small one, because an index answers it. */
@QuarkusTest
@WithTestResource(StackResource.class)
class QueryPlanTest {

    private static final LocalDate DAY = LocalDate.parse("2020-06-01");

    private static final String EVENTS = """
        insert into chronological_events (account, entry_id, report_date, sequence, event_timestamp, timed, event_type,
            description, symbol, impact, flow, commissions, assignments, exercises, version, hash, entry)
        select 'PLAN', gen_random_uuid(), date '2010-01-01' + (n / 20), n % 20, timestamptz '2010-01-01' + n * interval '1 hour',
            true, 'trade', '', 'S' || n % 50, 0, 0, 0, 0, 0, 1, '', '{}'
          from generate_series(1, 60000) as n
        """;

    private static final String LOTS = """
        insert into lot_history (account, origin, ordinal, instrument, symbol, lot, entry_date, entry_timestamp, exit_date,
            exit_timestamp, quantity, currency, entry_price, basis, basis_known)
        select 'PLAN', 'entry:' || n, 0, 'conid:1', 'SPY', gen_random_uuid(), date '2010-01-01' + (n / 4), now(),
            date '2010-01-02' + (n / 4), now(), 1, 'USD', 1, 1, true
          from generate_series(1, 20000) as n
        """;

    private final Pool pool;

    @Inject
    QueryPlanTest(Pool pool) {
        this.pool = pool;
    }

    @BeforeEach
    void manyRows() {
        pool.query(EVENTS).executeAndAwait();
        pool.query(LOTS).executeAndAwait();
        pool.query("analyze chronological_events, lot_history").executeAndAwait();
    }

    @AfterEach
    void noRows() {
        pool.query("truncate chronological_events, lot_history").executeAndAwait();
    }

    @Test
    void assignmentsAreFoundByIndex() {
        assertThat(plan(EventTable.DELIVERIES, Tuple.of(DAY))).contains("chronological_events_delivery");
    }

    @Test
    void aDayIsFoundByIndex() {
        assertThat(plan(EventTable.DAY, Tuple.of("PLAN", DAY)))
                .contains("Index Scan using chronological_events_day")
                .doesNotContain("Seq Scan");
    }

    @Test
    void aSummaryReadsItsDaysOnly() {
        assertThat(plan(EventTable.TOTALS, Tuple.of("PLAN", DAY, DAY.plusDays(30))))
                .contains("chronological_events_day")
                .doesNotContain("Seq Scan");
    }

    @Test
    void aPageOfTradesIsFoundByIndex() {
        var tuple = Tuple.tuple()
                .addValue("PLAN")
                .addValue(DAY)
                .addValue(DAY.plusYears(1))
                .addValue(null)
                .addValue(null)
                .addValue(null)
                .addValue(null)
                .addValue(101);
        assertThat(plan(EventTable.TRADES, tuple)).contains("Index Scan").doesNotContain("Seq Scan");
    }

    @Test
    void lotsAreFoundByTheirEntryOrTheirExit() {
        assertThat(plan(LotTable.FIND, lots(DAY, DAY, null, null))).contains("lot_history_entry");
        assertThat(plan(LotTable.FIND, lots(LocalDate.of(1900, 1, 1), LocalDate.of(9999, 12, 31), DAY, DAY)))
                .contains("lot_history_exit");
    }

    private static Tuple lots(LocalDate from, LocalDate to, @Nullable LocalDate exitFrom, @Nullable LocalDate exitTo) {
        return Tuple.tuple()
                .addValue("PLAN")
                .addValue(from)
                .addValue(to)
                .addValue(exitFrom)
                .addValue(exitTo)
                .addValue(null)
                .addValue(100)
                .addValue(0);
    }

    private String plan(String sql, Tuple tuple) {
        var plan = new StringBuilder();
        pool.preparedQuery("explain " + sql)
                .executeAndAwait(tuple)
                .forEach(row -> plan.append(row.getString(0)).append('\n'));
        return plan.toString();
    }
}
