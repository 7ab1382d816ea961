package io.flexledger.ledger.adapter.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.ledger.day.Facts;
import io.flexledger.ledger.day.LiveFacts;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What an installation that already holds facts finds in the columns that were added for provisional fills. */
@QuarkusTest
@WithTestResource(StackResource.class)
class ProvisionalMigrationTest {

    private static final String DAY = "2025-07-14";

    private final Pool pool;

    @Inject
    ProvisionalMigrationTest(Pool pool) {
        this.pool = pool;
    }

    @Test
    void readsTheColumnsFromTheFactsThatAreThere() {
        var heard = LiveFacts.provisional(
                "0000e0d5.69dd7411.01.02", DAY, DAY + "T10:00:00", Facts.stock("ABC"), "10", "100");
        var stated = LiveFacts.confirmed(heard, "odd", DAY, "-1");
        List<CanonicalEvent> facts = List.of(
                heard,
                stated,
                LiveFacts.confirmed(heard, "", DAY, "-1"),
                LiveFacts.readWithTrades(DAY),
                Facts.statementRead("2025-07-15"));
        var rows = new ArrayList<String>();

        inAnEmptySchema(tx -> {
            run(tx, "V1__ledger.sql");
            run(tx, "V2__versions.sql");
            facts.forEach(fact -> insert(tx, fact));
            run(tx, "V3__provisional.sql");
            tx.query("""
                select type, provisional, execution, trades_from, trades_to from event order by type, execution, trades_to
                """).executeAndAwait().forEach(row -> rows.add(row.toJson().encode()));
            tx.query("select live_from, (select count(*) from provisional_fill) as fills from account")
                    .executeAndAwait()
                    .forEach(row -> rows.add(row.toJson().encode()));
        });

        assertThat(rows)
                .containsExactly(
                        row("fill.v1", true, "\"0000e0d5.69dd7411.01\"", "null"),
                        row("fill.v1", false, "\"odd\"", "null"),
                        row("fill.v1", false, "null", "null"),
                        row("statement-read.v1", false, "null", "\"" + DAY + "\""),
                        row("statement-read.v1", false, "null", "null"),
                        "{\"live_from\":\"%s\",\"fills\":1}".formatted(DAY));
    }

    /** Each is looked at again from the first of its account on. */
    @Test
    void whatIsInItsPlaceIsYetToBeTold() {
        var rows = new ArrayList<String>();

        inAnEmptySchema(tx -> {
            run(tx, "V1__ledger.sql");
            run(tx, "V2__versions.sql");
            run(tx, "V3__provisional.sql");
            tx.query("""
                insert into account (account, live_from, last_day)
                values ('U1', null, '2025-07-15'), ('U2', '2025-07-10', null), ('U3', null, '2025-07-15');
                insert into provisional_fill (account, event_id, report_date, status, day, confirmed_by, settled)
                values ('U1', '00000000-0000-0000-0000-000000000001', '2025-07-14', 'CONFIRMED', null,
                        '00000000-0000-0000-0000-000000000009', true),
                       ('U1', '00000000-0000-0000-0000-000000000002', '2025-07-15', 'BOOKED', '2025-07-15', null, false),
                       ('U2', '00000000-0000-0000-0000-000000000003', '2025-07-14', 'UNCONFIRMED', '2025-07-14', null, false)
                """).executeAndAwait();
            run(tx, "V4__standings.sql");
            tx.query("select account, live_from from account order by account")
                    .executeAndAwait()
                    .forEach(row -> rows.add(row.toJson().encode()));
            tx.query("select count(*) as untold from provisional_fill where told is null and not settled")
                    .executeAndAwait()
                    .forEach(row -> rows.add(row.toJson().encode()));
        });

        assertThat(rows)
                .containsExactly(
                        "{\"account\":\"U1\",\"live_from\":\"2025-07-14\"}",
                        "{\"account\":\"U2\",\"live_from\":\"2025-07-10\"}",
                        "{\"account\":\"U3\",\"live_from\":null}",
                        "{\"untold\":3}");
    }

    private static String row(String type, boolean provisional, String execution, String trades) {
        return "{\"type\":\"%s\",\"provisional\":%s,\"execution\":%s,\"trades_from\":%s,\"trades_to\":%s}"
                .formatted(type, provisional, execution, trades, trades);
    }

    private interface Work {
        void in(SqlConnection tx);
    }

    /** All of it is rolled back. */
    private void inAnEmptySchema(Work work) {
        var connection = pool.getConnectionAndAwait();
        try {
            var transaction = connection.beginAndAwait();
            try {
                connection.query("""
                    drop table account, event, checkpoint, posting, entry, position, nav, provisional_fill;
                    drop sequence published_version
                    """).executeAndAwait();
                work.in(connection);
            } finally {
                transaction.rollbackAndAwait();
            }
        } finally {
            connection.closeAndAwait();
        }
    }

    private static void run(SqlConnection tx, String migration) {
        try (var sql = ProvisionalMigrationTest.class.getResourceAsStream("/db/migration/" + migration)) {
            tx.query(new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8))
                    .executeAndAwait();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void insert(SqlConnection tx, CanonicalEvent fact) {
        tx.preparedQuery("insert into account (account) values ($1) on conflict do nothing")
                .executeAndAwait(Tuple.of(fact.account().value()));
        tx.preparedQuery("""
            insert into event (account, event_id, stated_at, artifact, type, report_date, superseded, json)
            values ($1, $2, $3, '0', $4, $5, false, $6)
            """)
                .executeAndAwait(Tuple.from(List.of(
                        fact.account().value(),
                        fact.id().value(),
                        fact.fact().statedAt().atOffset(ZoneOffset.UTC),
                        ContractJson.typeName(fact),
                        fact.reportDate(),
                        new String(ContractJson.write(fact), StandardCharsets.UTF_8))));
    }
}
