package io.flexledger.report.adapter.db;

import static io.flexledger.report.day.GoldenDays.SPY;
import static io.flexledger.report.day.Market.newYork;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.report.live.GatewaySays;
import io.flexledger.report.live.LiveFill;
import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** An installation that already holds fills keeps them, and waits for the ledger's word on each. */
@QuarkusTest
@WithTestResource(StackResource.class)
class LiveFillMigrationTest {

    private static final Fill FILL =
            GatewaySays.fill("U1000001", "0000e0d5.69dd7411.01.01", newYork("2025-07-18T10:30:00"), SPY, "5", "630.5");

    private final Pool pool;
    private final LiveFillTable table;

    @Inject
    LiveFillMigrationTest(Pool pool, LiveFillTable table) {
        this.pool = pool;
        this.table = table;
    }

    /** All of it is rolled back. */
    @Test
    void keepsTheFills() {
        var tx = pool.getConnectionAndAwait();
        try {
            var transaction = tx.beginAndAwait();
            try {
                tx.query("""
                    drop table chronological_events, lot_history, position, nav, gateway, live_fill, fill_standing,
                        alert, fetch_run, alert_delivery
                    """).executeAndAwait();
                List.of("V1__reports.sql", "V2__live.sql", "V3__alerts.sql", "V4__alert_deliveries.sql")
                        .forEach(migration -> run(tx, migration));
                insert(tx);
                run(tx, "V5__fill_standing.sql");

                assertThat(table.between(tx, FILL.account(), FILL.reportDate(), FILL.reportDate(), 9))
                        .containsExactly(LiveFill.of(FILL, null).orElseThrow());
            } finally {
                transaction.rollbackAndAwait();
            }
        } finally {
            tx.closeAndAwait();
        }
    }

    private static void insert(SqlConnection tx) {
        tx.preparedQuery("""
            insert into live_fill (account, execution, exec_id, event_id, occurred_at, report_date, symbol, instrument,
                quantity, price, currency, stated_at, status, fill)
            values ($1, '0000e0d5.69dd7411.01', '0000e0d5.69dd7411.01.01', $2, $3, $4, 'SPY', 'conid:756733', 5, 630.5,
                'USD', $3, 'CONFIRMED', $5)
            """)
                .executeAndAwait(Tuple.of(
                        FILL.account().value(),
                        FILL.id().value(),
                        FILL.occurredAt().atOffset(ZoneOffset.UTC),
                        FILL.reportDate(),
                        new String(ContractJson.write(FILL), StandardCharsets.UTF_8)));
    }

    private static void run(SqlConnection tx, String migration) {
        try (var sql = LiveFillMigrationTest.class.getResourceAsStream("/db/migration/" + migration)) {
            tx.query(new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8))
                    .executeAndAwait();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
