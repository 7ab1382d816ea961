package io.flexledger.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.flexledger.contracts.CloudEvent;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.event.Fact;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.event.TradeEvent.FillIds;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.live.GatewayStatus;
import io.flexledger.report.adapter.db.GatewayTable;
import io.flexledger.report.adapter.db.LiveFillTable;
import io.flexledger.report.adapter.db.Notices;
import io.flexledger.report.live.Notice;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the gateway says beside the ledger: how it is heard, and executions, which are shown before the ledger has
 * told them. Of everything on the topic of facts it reads fills alone.
 */
@ApplicationScoped
public class LiveProjector {

    private static final byte[] FILL = (CloudEvent.TYPE_PREFIX + "fill.v1").getBytes(StandardCharsets.UTF_8);

    private final GatewayTable gateways;
    private final LiveFillTable fills;
    private final Notices notices;

    LiveProjector(GatewayTable gateways, LiveFillTable fills, Notices notices) {
        this.gateways = gateways;
        this.fills = fills;
        this.notices = notices;
    }

    /** As much of a fill as says whether it is news here; the rest is read where it is. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Head(Fact fact, FillIds ids) {}

    @SuppressWarnings("ConstantValue") // the client's types do not say that a value may be absent
    public void statuses(SqlClient tx, List<ConsumerRecord<String, byte[]>> changes) {
        Map<String, @Nullable GatewayStatus> last = new LinkedHashMap<>();
        for (var change : changes) {
            last.put(
                    change.key(),
                    change.value() == null ? null : ContractJson.read(change.value(), GatewayStatus.class));
        }
        var gone = last.entrySet().stream()
                .filter(e -> e.getValue() == null)
                .map(Map.Entry::getKey)
                .toList();
        gateways.delete(tx, gone);
        var told = new HashSet<>(gone);
        told.addAll(
                gateways.save(tx, last.values().stream().filter(s -> s != null).toList()));
        notices.tell(tx, told.stream().map(Notice::status).toList());
    }

    public void facts(SqlClient tx, List<ConsumerRecord<String, byte[]>> facts) {
        Map<EventId, Fill> provisional = new LinkedHashMap<>();
        Set<LiveFillTable.Key> confirmed = new HashSet<>();
        for (var fact : facts) {
            if (isFill(fact)) {
                read(fact.value(), provisional, confirmed);
            }
        }
        var told = new HashSet<>(fills.confirm(tx, confirmed));
        var gone = fills.takeBack(
                tx,
                provisional.values().stream()
                        .filter(fill -> fill.fact().superseded())
                        .toList());
        told.addAll(fills.save(tx, standing(provisional.values())));
        notices.tell(
                tx,
                Stream.concat(
                                told.stream().map(key -> Notice.fill(key.account(), key.execution())),
                                gone.stream().map(day -> Notice.day(day.account(), day.date())))
                        .toList());
    }

    /** The newest of each execution. */
    private static Collection<Fill> standing(Collection<Fill> provisional) {
        Map<LiveFillTable.Key, Fill> standing = new LinkedHashMap<>();
        for (var fill : provisional) {
            var execution = fill.ids().execution();
            if (execution != null && !fill.fact().superseded()) {
                standing.merge(new LiveFillTable.Key(fill.account(), execution), fill, LiveProjector::newer);
            }
        }
        return standing.values();
    }

    private static boolean isFill(ConsumerRecord<String, byte[]> fact) {
        var type = fact.headers().lastHeader("ce_type");
        return type != null && Arrays.equals(type.value(), FILL);
    }

    private static void read(byte[] json, Map<EventId, Fill> provisional, Set<LiveFillTable.Key> confirmed) {
        var head = ContractJson.read(json, Head.class);
        var execution = head.ids().execution();
        if (execution == null) {
            return; // a booking of the broker, which the gateway never tells
        }
        var key = new LiveFillTable.Key(head.fact().account(), execution);
        if (!head.fact().provisional()) {
            confirmed.add(key);
        } else {
            provisional.merge(head.fact().id(), ContractJson.read(json, Fill.class), LiveProjector::newer);
        }
    }

    private static Fill newer(Fill before, Fill after) {
        return after.fact().statedAt().isBefore(before.fact().statedAt()) ? before : after;
    }
}
