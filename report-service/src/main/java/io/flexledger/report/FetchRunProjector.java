package io.flexledger.report;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.fetch.FetchRun;
import io.flexledger.report.adapter.db.FetchRunTable;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Keeps how the newest run of each query ended. */
@ApplicationScoped
public class FetchRunProjector {

    private final FetchRunTable runs;

    FetchRunProjector(FetchRunTable runs) {
        this.runs = runs;
    }

    @SuppressWarnings("ConstantValue") // the client's types do not say that a value may be absent
    public void runs(SqlClient tx, List<ConsumerRecord<String, byte[]>> changes) {
        Map<String, FetchRun> newest = new LinkedHashMap<>();
        var gone = new HashSet<String>();
        for (var change : changes) {
            if (change.value() == null) {
                newest.remove(change.key());
                gone.add(change.key());
            } else {
                newest.merge(change.key(), ContractJson.read(change.value(), FetchRun.class), FetchRunProjector::newer);
            }
        }
        runs.delete(tx, gone);
        runs.save(tx, newest.values());
    }

    private static FetchRun newer(FetchRun known, FetchRun told) {
        return told.version() > known.version() ? told : known;
    }
}
