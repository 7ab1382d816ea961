package io.flexledger.mapper.adapter.kafka;

import static io.flexledger.testing.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import com.github.luben.zstd.Zstd;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.RawArtifact;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.ReferenceEvent.StatementRead;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.mapper.adapter.StatementTopic;
import io.flexledger.mapper.adapter.StatementTopic.Published;
import io.flexledger.mapper.ibkr.MappedStatement;
import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackResource.class)
class RawArtifactConsumerTest {

    private static final int MANY = 20_000;

    private final Pool pool;
    private final StatementTopic topic = new StatementTopic();

    @Inject
    RawArtifactConsumerTest(Pool pool) {
        this.pool = pool;
    }

    @AfterEach
    void closeTopic() {
        topic.close();
    }

    @Test
    void aStatementBecomesEventsKeyedByAccount() {
        RawArtifact artifact = topic.send(file("trades.xml", "U7100001"));
        topic.awaitAll();

        List<Published> events = topic.events("U7100001");
        assertThat(events)
                .extracting(Published::event)
                .hasExactlyElementsOfTypes(Fill.class, Fill.class, StatementRead.class);
        assertThat(events.getFirst().headers())
                .containsEntry("ce_type", "io.flexledger.fill.v1")
                .containsEntry("ce_source", "urn:sha256:" + artifact.id())
                .containsEntry("ce_subject", "U7100001")
                .containsEntry("content-type", "application/json");
        assertThat(events)
                .allSatisfy(event -> assertThat(event.json())
                        .isEqualTo(new String(ContractJson.write(event.event()), StandardCharsets.UTF_8)));
    }

    @Test
    void theSameStatementAgainSaysNothing() {
        String statement = file("cash.xml", "U7100002");
        topic.send(statement);
        topic.awaitAll();
        int before = topic.events("U7100002").size();
        String hash = hash();

        topic.send(statement);
        topic.send(statement);
        topic.awaitAll();

        assertThat(topic.events("U7100002")).hasSize(before);
        assertThat(hash()).isEqualTo(hash);
    }

    /** It is read each time it comes: what the memory lacks is told again, under the ids it had. */
    @Test
    void theSameStatementAgainSaysWhatWasForgotten() {
        String account = "U7100010";
        String statement = fill(account, 1, "10");
        topic.send(statement);
        topic.awaitAll();
        List<CanonicalEvent> before =
                topic.events(account).stream().map(Published::event).toList();
        assertThat(before).hasSize(2);
        pool.preparedQuery("delete from fact_memory where account = $1").executeAndAwait(Tuple.of(account));

        topic.send(statement);
        topic.awaitAll();

        List<CanonicalEvent> all =
                topic.events(account).stream().map(Published::event).toList();
        assertThat(all.subList(2, all.size())).isEqualTo(before);
    }

    @Test
    void aLaterStatementTellsOnlyWhatChanged() {
        String account = "U7100003";
        topic.send(fill(account, 1, "10"));
        topic.send(fill(account, 2, "10"));
        topic.send(fill(account, 3, "11"));
        topic.awaitAll();

        assertThat(fills(account)).containsExactly("1 10", "3 11");
        assertThat(topic.events(account))
                .filteredOn(event -> event.event() instanceof StatementRead)
                .hasSize(3);
    }

    @Test
    void anOlderStatementThatArrivesLateIsSuperseded() {
        String account = "U7100004";
        topic.send(fill(account, 3, "11"));
        topic.send(fill(account, 1, "10"));
        topic.send(fill(account, 2, "11"));
        topic.awaitAll();

        assertThat(fills(account)).containsExactly("3 11", "1 10 superseded");
    }

    @Test
    void anUnreadableStatementIsRefusedAndTheNextOneIsRead() {
        String account = "U7100005";
        byte[] broken = fill(account, 1, "10").replace("</Trades>", "").getBytes(StandardCharsets.UTF_8);
        RawArtifact refused = topic.send(broken);
        RawArtifact cut = MappedStatement.artifact(fill(account, 2, "10").getBytes(StandardCharsets.UTF_8));
        topic.send(cut, new byte[] {1, 2, 3});
        topic.send(fill(account, 3, "11"));
        topic.awaitAll();

        assertThat(fills(account)).containsExactly("3 11");
        for (RawArtifact artifact : List.of(refused, cut)) {
            given().get("/mapping/artifacts/" + artifact.id())
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("rejected"))
                    .body("rows.total", equalTo(0))
                    .body("rejections", equalTo(1));
        }
        given().get("/mapping/artifacts/" + refused.id() + "/rejections")
                .then()
                .body("items[0].reason", equalTo("UNPARSEABLE"))
                .body("items[0].ordinal", equalTo(0));
    }

    @Test
    void aBombIsRefused() {
        String account = "U7100006";
        byte[] statement = fill(account, 1, "10").getBytes(StandardCharsets.UTF_8);
        RawArtifact artifact = MappedStatement.artifact(statement);
        byte[] bomb = new byte[200_000_000];
        System.arraycopy(statement, 0, bomb, 0, statement.length);
        Arrays.fill(bomb, statement.length, bomb.length, (byte) '\n');

        topic.send(artifact, Zstd.compress(bomb));
        topic.awaitAll();

        given().get("/mapping/artifacts/" + artifact.id() + "/rejections")
                .then()
                .body("items[0].reason", equalTo("LIMIT_EXCEEDED"));
        assertThat(topic.events(account)).isEmpty();
    }

    @Test
    void aConnectionKilledInTheMiddleLosesNothingAndDoublesNothing() {
        String account = "U7100007";
        byte[] statement = manyFills(account);
        RawArtifact artifact = topic.send(statement);
        int killed = killWhileWriting();
        topic.awaitAll();

        assertThat(killed).isPositive();
        List<CanonicalEvent> events =
                topic.events(account).stream().map(Published::event).toList();
        assertThat(events).hasSize(MANY + 1);
        assertThat(events).extracting(CanonicalEvent::id).doesNotHaveDuplicates();
        assertThat(events.getLast()).isInstanceOf(StatementRead.class);
        assertThat(number(
                        "select count(*) from raw_record r join artifact a on a.no = r.artifact_no where a.id = $1",
                        artifact.id().sha256()))
                .isEqualTo(MANY);
        assertThat(number("select count(*) from fact_memory where account = $1", account))
                .isEqualTo(MANY + 1);
    }

    @Test
    void rawRecordsCannotBeChanged() {
        topic.send(fill("U7100008", 1, "10"));
        topic.awaitAll();

        for (String change :
                List.of("update raw_record set xml = ''", "delete from raw_record", "truncate raw_record")) {
            assertThatThrownBy(() -> pool.query(change).executeAndAwait())
                    .hasMessageContaining("kept as they were read");
        }
    }

    @Test
    void aNarrowStatementUsesTheBaseCurrencyAnEarlierOneStated() {
        String account = "U7100009";
        topic.send(
                "<FlexStatement accountId='" + account + "' fromDate='20250716' toDate='20250716'"
                        + " whenGenerated='20250717;040000'><ChangeInNAV currency='CHF' startingValue='0' endingValue='0'/></FlexStatement>");
        topic.send("<FlexStatement accountId='" + account + "' fromDate='20250717' toDate='20250717'"
                + " whenGenerated='20250718;040000'><Trades><Trade currency='USD' symbol='ABC' transactionID='1' quantity='1'"
                + " tradePrice='1' fxRateToBase='0.8'/></Trades></FlexStatement>");
        topic.awaitAll();

        assertThat(topic.events(account))
                .anySatisfy(event -> assertThat(event.event())
                        .isInstanceOfSatisfying(
                                Fill.class,
                                fill -> assertThat(String.valueOf(fill.fxRate()))
                                        .contains("to=CHF")));
    }

    /** Ends the backend of the import's transaction, once it has begun to write rows. */
    private int killWhileWriting() {
        await().pollInterval(Duration.ofMillis(1)).until(() -> !writers().isEmpty());
        int killed = 0;
        for (Integer pid : writers()) {
            killed += pool.preparedQuery("select pg_terminate_backend($1)")
                            .executeAndAwait(Tuple.of(pid))
                            .iterator()
                            .next()
                            .getBoolean(0)
                    ? 1
                    : 0;
        }
        return killed;
    }

    private List<Integer> writers() {
        var rows = pool.query("""
                        select pid from pg_stat_activity
                         where xact_start is not null and pid <> pg_backend_pid()
                           and (query like '%insert into raw_record%' or query like '%insert into fact_memory%')
                        """).executeAndAwait();
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getInteger("pid"))
                .toList();
    }

    private long number(String sql, String value) {
        return pool.preparedQuery(sql)
                .executeAndAwait(Tuple.of(value))
                .iterator()
                .next()
                .getLong(0);
    }

    private List<String> fills(String account) {
        return topic.events(account).stream()
                .map(Published::event)
                .filter(Fill.class::isInstance)
                .map(Fill.class::cast)
                .map(fill -> fill.fact().statedAt().toString().substring(9, 10) + " "
                        + fill.price().amount() + (fill.fact().superseded() ? " superseded" : ""))
                .toList();
    }

    private static String hash() {
        return given().get("/mapping/projection-hash").jsonPath().getString("sha256");
    }

    private static String file(String name, String account) {
        return new String(MappedStatement.bytes(name), StandardCharsets.UTF_8).replace("U7000001", account);
    }

    /** One fill, stated on a day of August. */
    private static String fill(String account, int day, String price) {
        return "<FlexStatement accountId='" + account + "' fromDate='20250717' toDate='20250717'"
                + " whenGenerated='2025080" + day
                + ";120000 EDT'><Trades><Trade currency='USD' symbol='ABC' conid='900'"
                + " transactionID='1' quantity='1' tradePrice='" + price + "'/></Trades></FlexStatement>";
    }

    private static byte[] manyFills(String account) {
        var xml = new StringBuilder("<FlexStatement accountId='" + account + "' fromDate='20250717' toDate='20250717'"
                + " whenGenerated='20250801;120000 EDT'><Trades>");
        for (int i = 1; i <= MANY; i++) {
            xml.append("<Trade currency='USD' symbol='ABC' conid='900' quantity='1' tradePrice='1' transactionID='")
                    .append(i)
                    .append("'/>");
        }
        return xml.append("</Trades></FlexStatement>").toString().getBytes(StandardCharsets.UTF_8);
    }
}
