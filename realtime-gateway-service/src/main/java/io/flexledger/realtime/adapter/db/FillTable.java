package io.flexledger.realtime.adapter.db;

import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.realtime.fill.Fill;
import io.flexledger.realtime.fill.OrderCheck;
import io.flexledger.realtime.fill.Review;
import io.flexledger.realtime.frame.FrameBook.TracedFill;
import io.flexledger.realtime.message.Incoming.CommissionReported;
import io.flexledger.realtime.message.Side;
import io.flexledger.realtime.provisional.ListedFill;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The {@code fill} table: each fill as it was told last. */
public final class FillTable {

    private static final String KNOWN =
            "select account, natural_key, stated_at, content, taken_back from fill where execution = any($1)";

    private static final String SAVE = """
            insert into fill (account, natural_key, execution, exec_id, frame, report_date, occurred_at, heard_at, conid,
                              symbol, side, quantity, price, currency, commission, commission_currency, realized, venue,
                              order_ref, reviews, told, stated_at, content, taken_back, perm_id, cumulative)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
                    $24, $25, $26)
                on conflict (account, natural_key) do update
               set exec_id = excluded.exec_id, frame = excluded.frame, report_date = excluded.report_date,
                   occurred_at = excluded.occurred_at, conid = excluded.conid, symbol = excluded.symbol,
                   side = excluded.side, quantity = excluded.quantity, price = excluded.price,
                   currency = excluded.currency, commission = excluded.commission,
                   commission_currency = excluded.commission_currency, realized = excluded.realized,
                   venue = excluded.venue, order_ref = excluded.order_ref, reviews = excluded.reviews,
                   told = excluded.told, stated_at = excluded.stated_at, content = excluded.content,
                   taken_back = excluded.taken_back, perm_id = excluded.perm_id, cumulative = excluded.cumulative
            """;

    private static final String TAKE_BACK = """
            update fill set told = false, taken_back = true, stated_at = $3, content = $4
             where account = $1 and natural_key = $2
            """;

    /** Two reads by an index each; as one condition they are none, and the whole table is read for every batch. */
    private static final String OF_DOUBTED_ORDERS = """
            select execution from fill where perm_id = any($1)
            union
            select execution from fill
             where perm_id in (select perm_id from fill where perm_id = any($2)
                                  and reviews @> array['CORRECTION_RAISED_TOTAL'])
            """;

    private static final String ORDERS = """
            select account, perm_id, conid, sum(quantity) as booked, max(cumulative) as cumulative
              from fill
             where perm_id = any($1) and not taken_back
             group by account, perm_id, conid
            having max(cumulative) is not null
            """;

    private static final String OF_DAY = """
            with filled_more as (
                select account, perm_id, conid from fill
                 where perm_id in (select perm_id from fill where report_date = $1) and not taken_back
                 group by account, perm_id, conid
                having sum(quantity) > max(cumulative))
            select fill.account, exec_id, report_date, occurred_at, heard_at, fill.conid, symbol, side, quantity, price,
                   currency, commission, commission_currency, realized, venue, order_ref, told, taken_back, sha256,
                   case when filled_more.perm_id is null or taken_back then reviews
                        else reviews || 'ORDER_FILLED_MORE'::text end as reviews
              from fill
              join frame on frame.number = fill.frame
              left join filled_more on filled_more.account = fill.account and filled_more.perm_id = fill.perm_id
                                   and filled_more.conid = fill.conid
             where report_date = $1 and ($2::text is null or fill.account = $2)
             order by coalesce(occurred_at, heard_at), exec_id, fill.account
            """;

    /** Each of them by an index of its own. */
    private static final String COUNTS = """
            select (select count(*) from fill where report_date = $1 and not taken_back) as today,
                   (select count(*) from fill where commission is null and not taken_back) as pending,
                   (select count(*) from fill where not told and not taken_back) as untold
            """;

    private FillTable() {}

    public record Key(String account, String naturalKey) {}

    /** How a fill was told last. */
    public record LastTold(Instant statedAt, String content, boolean takenBack) {}

    /** A fill that does not stand any more. */
    public record TakenBack(Key key, Instant statedAt, String content) {}

    /**
     * A fill as it is told now.
     *
     * @param told      whether it could be
     * @param takenBack whether it was told and cannot be any more
     * @param content   what is told of it, without its time of telling
     */
    public record Entry(
            TracedFill traced,
            LocalDate reportDate,
            boolean told,
            boolean takenBack,
            Instant statedAt,
            String content) {}

    public static Map<Key, LastTold> known(SqlConnection tx, Collection<String> executions) {
        Map<Key, LastTold> known = new HashMap<>();
        tx.preparedQuery(KNOWN)
                .executeAndAwait(Tuple.of(executions.toArray(String[]::new)))
                .forEach(row -> known.put(
                        new Key(row.getString("account"), row.getString("natural_key")),
                        new LastTold(
                                row.getOffsetDateTime("stated_at").toInstant(),
                                row.getString("content"),
                                row.getBoolean("taken_back"))));
        return known;
    }

    /**
     * Executions of orders in which one is doubted: the order as a whole says what it is.
     *
     * @param doubted orders in which one is now
     * @param touched orders in which one may have been before
     */
    public static Set<String> ofDoubtedOrders(SqlConnection tx, Collection<Long> doubted, Collection<Long> touched) {
        Set<String> executions = new TreeSet<>();
        tx.preparedQuery(OF_DOUBTED_ORDERS)
                .executeAndAwait(Tuple.tuple()
                        .addArrayOfLong(doubted.toArray(Long[]::new))
                        .addArrayOfLong(touched.toArray(Long[]::new)))
                .forEach(row -> executions.add(row.getString(0)));
        return executions;
    }

    /** What is booked of some orders, and what they say was filled. */
    public static List<OrderCheck> orders(SqlConnection tx, Collection<Long> permIds) {
        List<OrderCheck> orders = new ArrayList<>();
        tx.preparedQuery(ORDERS)
                .executeAndAwait(Tuple.tuple().addArrayOfLong(permIds.toArray(Long[]::new)))
                .forEach(row -> orders.add(new OrderCheck(
                        row.getString("account"),
                        row.getLong("perm_id"),
                        row.getInteger("conid"),
                        row.getBigDecimal("booked"),
                        row.getBigDecimal("cumulative"))));
        return orders;
    }

    public static void takeBack(SqlConnection tx, Collection<TakenBack> fills) {
        if (!fills.isEmpty()) {
            tx.preparedQuery(TAKE_BACK)
                    .executeBatchAndAwait(fills.stream()
                            .map(fill -> Tuple.of(
                                    fill.key().account(),
                                    fill.key().naturalKey(),
                                    utc(fill.statedAt()),
                                    fill.content()))
                            .toList());
        }
    }

    public static void save(SqlConnection tx, Collection<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        tx.preparedQuery(SAVE)
                .executeBatchAndAwait(entries.stream().map(FillTable::values).toList());
    }

    public static List<ListedFill> ofDay(SqlClient client, LocalDate day, @Nullable String account) {
        List<ListedFill> listed = new ArrayList<>();
        RowSet<Row> rows = client.preparedQuery(OF_DAY).executeAndAwait(Tuple.of(day, account));
        rows.forEach(row -> listed.add(listed(row)));
        return listed;
    }

    public static ListedFill.Counts counts(SqlClient client, LocalDate today) {
        Row row = client.preparedQuery(COUNTS)
                .executeAndAwait(Tuple.of(today))
                .iterator()
                .next();
        return new ListedFill.Counts(row.getLong("today"), row.getLong("pending"), row.getLong("untold"));
    }

    private static Tuple values(Entry entry) {
        Fill fill = entry.traced().fill();
        CommissionReported commission = fill.commission();
        Instant instant = fill.time().instant();
        return Tuple.tuple()
                .addString(fill.execution().account())
                .addString(entry.traced().naturalKey())
                .addString(fill.id().base())
                .addString(fill.id().text())
                .addLong(entry.traced().frame().number())
                .addLocalDate(entry.reportDate())
                .addOffsetDateTime(instant == null ? null : utc(instant))
                .addOffsetDateTime(utc(entry.traced().frame().frame().receivedAt()))
                .addInteger(fill.contract().conId())
                .addString(symbol(fill))
                .addString(fill.execution().side().name())
                .addBigDecimal(fill.execution().shares())
                .addBigDecimal(fill.execution().price())
                .addString(fill.contract().currency())
                .addBigDecimal(commission == null ? null : commission.commission())
                .addString(commission == null ? null : commission.currency())
                .addBigDecimal(commission == null ? null : commission.realizedPnl())
                .addString(fill.execution().venue())
                .addString(fill.execution().orderRef())
                .addArrayOfString(
                        fill.reviews().stream().map(Enum::name).sorted().toArray(String[]::new))
                .addBoolean(entry.told())
                .addOffsetDateTime(utc(entry.statedAt()))
                .addString(entry.content())
                .addBoolean(entry.takenBack())
                .addLong(fill.orderNumber())
                .addBigDecimal(fill.execution().cumulative());
    }

    private static String symbol(Fill fill) {
        String local = fill.contract().localSymbol();
        return local != null
                ? local
                : Objects.requireNonNullElse(fill.contract().symbol(), "");
    }

    private static ListedFill listed(Row row) {
        OffsetDateTime occurredAt = row.getOffsetDateTime("occurred_at");
        return new ListedFill(
                row.getString("account"),
                row.getString("exec_id"),
                row.getLocalDate("report_date"),
                occurredAt == null ? null : occurredAt.toInstant(),
                row.getOffsetDateTime("heard_at").toInstant(),
                row.getInteger("conid"),
                row.getString("symbol"),
                Side.valueOf(row.getString("side")),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("price"),
                row.getString("currency"),
                row.getBigDecimal("commission"),
                row.getString("commission_currency"),
                row.getBigDecimal("realized"),
                row.getString("venue"),
                row.getString("order_ref"),
                Stream.of(row.getArrayOfStrings("reviews")).map(Review::valueOf).toList(),
                row.getBoolean("told"),
                row.getBoolean("taken_back"),
                ArtifactId.of(row.getString("sha256")));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
