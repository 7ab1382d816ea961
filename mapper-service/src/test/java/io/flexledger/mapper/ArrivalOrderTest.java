package io.flexledger.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import io.flexledger.mapper.ibkr.MappedStatement;
import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is remembered does not depend on the order in which statements arrive. */
@QuarkusTest
@WithTestResource(StackResource.class)
class ArrivalOrderTest {

    private static final String REMEMBERED = """
            select concat_ws(' ', fact_id, query, content, stated_at, artifact_id) as line
              from fact_memory where account = 'U7200001'
            union all
            select concat_ws(' ', id, symbol, asset_category, currency, multiplier, terms_as_of, description,
                             description_as_of, option_terms, option_as_of)
              from instrument where id in ('conid:99001', 'conid:99002')
            union all
            select concat_ws(' ', instrument_id, scheme, value)
              from instrument_alias where instrument_id in ('conid:99001', 'conid:99002')
            union all
            select concat_ws(' ', account, currency, as_of) from account_base where account = 'U7200001'
             order by line
            """;

    private final ArtifactImport imports;
    private final Pool pool;

    @Inject
    ArrivalOrderTest(ArtifactImport imports, Pool pool) {
        this.imports = imports;
        this.pool = pool;
    }

    @Test
    void isForgottenOnceEverythingHasArrived() {
        List<String> statements = List.of(
                statement(1, "XYZ", "10", "description='OLD NAME'", "HKD"),
                statement(2, "XYZ", "11", "", "HKD"),
                statement(3, "XYZQ", "10", "description='NEW NAME' isin='US0000099001'", "HKD"),
                statement(4, "XYZQ", "10", "isin='US0000099002'", "USD"));
        Set<List<String>> outcomes = new LinkedHashSet<>();

        orders(new ArrayList<>(statements), 0, order -> outcomes.add(remembered(order)));

        assertThat(outcomes).hasSize(1);
        List<String> outcome = outcomes.iterator().next();
        assertThat(outcome)
                .anyMatch(line -> line.startsWith("conid:99001 XYZQ STK USD 1 ") && line.contains("NEW NAME"));
        assertThat(outcome).anyMatch(line -> line.startsWith("U7200001 USD 2025-08-04"));
        assertThat(outcome).contains("conid:99001 symbol XYZ", "conid:99001 symbol XYZQ");
    }

    /** In a transaction that leaves no trace. */
    private List<String> remembered(List<String> order) {
        SqlConnection connection = pool.getConnectionAndAwait();
        try {
            var transaction = connection.beginAndAwait();
            for (String statement : order) {
                byte[] bytes = statement.getBytes(StandardCharsets.UTF_8);
                imports.take(connection, MappedStatement.artifact(bytes), Zstd.compress(bytes));
            }
            List<String> lines = new ArrayList<>();
            connection.query(REMEMBERED).executeAndAwait().forEach(row -> lines.add(row.getString("line")));
            transaction.rollbackAndAwait();
            return lines;
        } finally {
            connection.closeAndAwait();
        }
    }

    private static String statement(int day, String symbol, String price, String columns, String base) {
        return "<FlexStatement accountId='U7200001' fromDate='20250717' toDate='20250717' whenGenerated='2025080" + day
                + ";120000 EDT'><ChangeInNAV currency='" + base + "' startingValue='0' endingValue='" + price + "'/>"
                + "<Trades><Trade currency='USD' conid='99001' symbol='" + symbol + "' transactionID='1' quantity='1'"
                + " tradePrice='" + price + "' " + columns + "/></Trades></FlexStatement>";
    }

    private static void orders(List<String> statements, int from, Consumer<List<String>> take) {
        if (from == statements.size()) {
            take.accept(List.copyOf(statements));
        }
        for (int i = from; i < statements.size(); i++) {
            Collections.swap(statements, from, i);
            orders(statements, from + 1, take);
            Collections.swap(statements, from, i);
        }
    }
}
