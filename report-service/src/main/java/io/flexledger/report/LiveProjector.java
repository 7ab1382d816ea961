package io.flexledger.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.flexledger.contracts.CloudEvent;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.event.Fact;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.live.FillStanding;
import io.flexledger.contracts.live.GatewayStatus;
import io.flexledger.report.adapter.db.FillStandingTable;
import io.flexledger.report.adapter.db.GatewayTable;
import io.flexledger.report.adapter.db.LiveFillTable;
import io.flexledger.report.adapter.db.Notices;
import io.flexledger.report.live.LiveFill;
import io.flexledger.report.live.Notice;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is known of the day that runs: how the gateway is heard, fills, which are shown before the ledger has told
 * them, and where the ledger then says they stand. Of everything on the topic of facts it reads provisional fills
 * alone.
 */
@ApplicationScoped
public class LiveProjector {

    private static final byte[] FILL = (CloudEvent.TYPE_PREFIX + "fill.v1").getBytes(StandardCharsets.UTF_8);

    private final GatewayTable gateways;
    private final LiveFillTable fills;
    private final FillStandingTable standings;
    private final Notices notices;

    LiveProjector(GatewayTable gateways, LiveFillTable fills, FillStandingTable standings, Notices notices) {
        this.gateways = gateways;
        this.fills = fills;
        this.standings = standings;
        this.notices = notices;
    }

    /** As much of a fill as says whether it is kept here; the rest is read where it is. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Head(Fact fact) {}

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
        notices.tell(tx, told.stream().map(Notice.Status::new).toList());
    }

    /**
     * A version that takes a fill back is the ledger's to tell: until then, and if it is confirmed, the last that stood
     * is shown.
     */
    public void facts(SqlClient tx, List<ConsumerRecord<String, byte[]>> facts) {
        Map<EventId, Fill> newest = new LinkedHashMap<>();
        for (var fact : facts) {
            if (isFill(fact)
                    && stands(ContractJson.read(fact.value(), Head.class).fact())) {
                var fill = ContractJson.read(fact.value(), Fill.class);
                newest.merge(fill.id(), fill, LiveProjector::newer);
            }
        }
        notices.tell(
                tx,
                fills.save(tx, newest.values()).stream()
                        .map(key -> new Notice.Fill(key.account(), key.event()))
                        .toList());
    }

    private static boolean isFill(ConsumerRecord<String, byte[]> fact) {
        var type = fact.headers().lastHeader("ce_type");
        return type != null && Arrays.equals(type.value(), FILL);
    }

    private static boolean stands(Fact fact) {
        return fact.provisional() && !fact.superseded();
    }

    private static Fill newer(Fill before, Fill after) {
        return after.fact().statedAt().isBefore(before.fact().statedAt()) ? before : after;
    }

    public void standings(SqlClient tx, List<ConsumerRecord<String, byte[]>> changes) {
        Map<EventId, FillStanding> newest = new LinkedHashMap<>();
        for (var change : changes) {
            var standing = ContractJson.read(change.value(), FillStanding.class);
            newest.merge(standing.event(), standing, LiveProjector::newer);
        }
        notices.tell(
                tx,
                standings.save(tx, newest).stream()
                        .filter(LiveProjector::isShown)
                        .map(change -> notice(change.now()))
                        .toList());
    }

    /** Most fills are booked, which is how they are shown before the ledger says so. */
    private static boolean isShown(FillStandingTable.Change change) {
        return !LiveFill.Status.of(change.before())
                .equals(LiveFill.Status.of(change.now().status()));
    }

    private static FillStanding newer(FillStanding before, FillStanding after) {
        return after.version() > before.version() ? after : before;
    }

    private static Notice notice(FillStanding standing) {
        return standing.status() == FillStanding.Status.TAKEN_BACK
                ? new Notice.Day(standing.account(), standing.reportDate())
                : new Notice.Fill(standing.account(), standing.event());
    }
}
