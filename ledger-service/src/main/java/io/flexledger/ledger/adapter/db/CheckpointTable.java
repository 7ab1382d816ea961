package io.flexledger.ledger.adapter.db;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.ledger.book.AccountState;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The state of an account after each folded day: where a late fact lets the fold begin again. */
@ApplicationScoped
public class CheckpointTable {

    private static final String BEFORE =
            "select state from checkpoint where account = $1 and day < $2 order by day desc limit 1";

    private static final String FORGET = "delete from checkpoint where account = $1 and day between $2 and $3";

    private static final String INSERT =
            "insert into checkpoint (account, day, state) select $1, * from unnest($2::date[], $3::text[])";

    public Optional<AccountState> before(SqlClient tx, AccountId account, LocalDate day) {
        var rows = tx.preparedQuery(BEFORE)
                .executeAndAwait(Tuple.of(account.value(), day))
                .iterator();
        return rows.hasNext()
                ? Optional.of(ContractJson.read(rows.next().getString("state"), AccountState.class))
                : Optional.empty();
    }

    public void replace(SqlClient tx, AccountId account, LocalDate from, LocalDate to, List<AccountState> states) {
        tx.preparedQuery(FORGET).executeAndAwait(Tuple.of(account.value(), from, to));
        var days = states.stream()
                .map(state -> Objects.requireNonNull(state.day()))
                .toArray(LocalDate[]::new);
        var json = states.stream()
                .map(state -> new String(ContractJson.write(state), StandardCharsets.UTF_8))
                .toArray(String[]::new);
        tx.preparedQuery(INSERT).executeAndAwait(Tuple.of(account.value(), days, json));
    }
}
