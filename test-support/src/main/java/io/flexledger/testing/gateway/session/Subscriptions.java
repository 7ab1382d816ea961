package io.flexledger.testing.gateway.session;

import io.flexledger.testing.gateway.account.SimulatedAccount;
import io.flexledger.testing.gateway.wire.AccountEncoder;
import io.flexledger.testing.gateway.wire.AccountEncoder.Holding;
import io.flexledger.testing.gateway.wire.AccountEncoder.Value;
import io.flexledger.testing.gateway.wire.Message;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one client wants to be told, and what it was told last: only what changed is sent again. */
final class Subscriptions {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");

    private final World world;
    private final Map<Integer, Subscription> byRequest = new TreeMap<>();
    private @Nullable Image account;
    private boolean positions;

    private sealed interface Subscription {

        record Summary(Set<String> tags, Set<Message> told) implements Subscription {}

        record Positions(String account) implements Subscription {}

        record Values(String account, boolean ledgerOnly, Set<Message> told) implements Subscription {}

        record Profit(String account) implements Subscription {}

        record ProfitSingle(String account, int conId) implements Subscription {}
    }

    private record Image(String account, Set<Message> told) {}

    Subscriptions(World world) {
        this.world = world;
    }

    synchronized void clear() {
        byRequest.clear();
        account = null;
        positions = false;
    }

    synchronized void cancel(int requestId) {
        byRequest.remove(requestId);
    }

    synchronized void stopAccount() {
        account = null;
    }

    synchronized void positions(boolean wanted) {
        positions = wanted;
    }

    synchronized void positionsMulti(int requestId, String id) {
        byRequest.put(requestId, new Subscription.Positions(id));
    }

    synchronized long summaries() {
        return byRequest.values().stream()
                .filter(Subscription.Summary.class::isInstance)
                .count();
    }

    synchronized List<Message> account(SimulatedAccount of) {
        Image image = new Image(of.id(), new HashSet<>());
        account = image;
        List<Message> burst = new ArrayList<>(image(of, image));
        burst.add(AccountEncoder.downloadEnd(of.id()));
        return burst;
    }

    synchronized List<Message> summary(int requestId, Set<String> tags) {
        Subscription.Summary summary = new Subscription.Summary(Set.copyOf(tags), new HashSet<>());
        byRequest.put(requestId, summary);
        List<Message> rows = new ArrayList<>();
        for (SimulatedAccount each : world.accounts().all()) {
            rows.addAll(changed(summaryRows(requestId, summary, each), summary.told()));
        }
        return rows;
    }

    /** @param ledgerOnly net asset value and what each currency has, nothing else */
    synchronized List<Message> valuesMulti(int requestId, SimulatedAccount of, boolean ledgerOnly) {
        Subscription.Values values = new Subscription.Values(of.id(), ledgerOnly, new HashSet<>());
        byRequest.put(requestId, values);
        return changed(valueRows(requestId, values, of), values.told());
    }

    synchronized List<Message> profit(int requestId, SimulatedAccount of) {
        byRequest.put(requestId, new Subscription.Profit(of.id()));
        return List.of(AccountEncoder.profit(requestId, of.profit()));
    }

    synchronized List<Message> profitSingle(int requestId, SimulatedAccount of, int conId) {
        byRequest.put(requestId, new Subscription.ProfitSingle(of.id(), conId));
        return single(requestId, of, conId);
    }

    /** @param conId of the position that changed; 0: none did, but other figures */
    synchronized List<Message> changes(SimulatedAccount of, int conId) {
        List<Message> news = new ArrayList<>();
        Optional<Holding> held = of.holding(conId);
        Image image = account;
        if (image != null && image.account().equals(of.id())) {
            news.addAll(image(of, image));
        }
        if (positions) {
            held.map(holding -> AccountEncoder.position(
                            of.id(), holding.contract(), holding.position(), holding.averageCost()))
                    .ifPresent(news::add);
        }
        byRequest.forEach((requestId, subscription) -> news.addAll(changes(requestId, subscription, of, conId)));
        return news;
    }

    private static List<Message> changes(int requestId, Subscription subscription, SimulatedAccount of, int conId) {
        return switch (subscription) {
            case Subscription.Summary summary -> {
                List<Message> rows = new ArrayList<>(changed(summaryRows(requestId, summary, of), summary.told()));
                if (!rows.isEmpty()) {
                    rows.add(AccountEncoder.summaryEnd(requestId));
                }
                yield rows;
            }
            case Subscription.Values values ->
                values.account().equals(of.id()) ? changed(valueRows(requestId, values, of), values.told()) : List.of();
            case Subscription.Positions multi ->
                of
                        .holding(conId)
                        .filter(held -> multi.account().equals(of.id()))
                        .map(held -> AccountEncoder.positionMulti(requestId, of.id(), held))
                        .stream()
                        .toList();
            case Subscription.Profit profit ->
                profit.account().equals(of.id()) ? List.of(AccountEncoder.profit(requestId, of.profit())) : List.of();
            case Subscription.ProfitSingle single ->
                single.account().equals(of.id()) && (conId == 0 || single.conId() == conId)
                        ? single(requestId, of, single.conId())
                        : List.of();
        };
    }

    private List<Message> image(SimulatedAccount of, Image image) {
        List<Message> burst = new ArrayList<>(changed(
                of.values().stream()
                        .map(value -> AccountEncoder.value(of.id(), value))
                        .toList(),
                image.told()));
        burst.addAll(changed(
                of.holdings().stream()
                        .map(held -> AccountEncoder.portfolio(of.id(), held))
                        .toList(),
                image.told()));
        Times times = world.settings().times();
        burst.add(AccountEncoder.time(MINUTES.format(times.now().atZone(times.zone()))));
        return burst;
    }

    private static List<Message> summaryRows(int requestId, Subscription.Summary summary, SimulatedAccount of) {
        return of.summary(summary.tags()).stream()
                .map(value -> AccountEncoder.summary(requestId, of.id(), value))
                .toList();
    }

    private static List<Message> valueRows(int requestId, Subscription.Values wanted, SimulatedAccount of) {
        List<Value> values = wanted.ledgerOnly() ? of.ledger() : of.values();
        return values.stream()
                .map(value -> AccountEncoder.valueMulti(requestId, of.id(), value))
                .toList();
    }

    private static List<Message> single(int requestId, SimulatedAccount of, int conId) {
        return of
                .holding(conId)
                .map(held -> AccountEncoder.profitSingle(requestId, held.position(), of.profit(conId), of.value(conId)))
                .stream()
                .toList();
    }

    /** Those that were not told last; what was told before of the same thing is forgotten. */
    private static List<Message> changed(List<Message> rows, Set<Message> told) {
        List<Message> news = rows.stream().filter(row -> !told.contains(row)).toList();
        news.forEach(row -> told.removeIf(old -> isSame(old, row)));
        told.addAll(news);
        return news;
    }

    private static boolean isSame(Message old, Message row) {
        return old.id() == row.id() && subject(old).equals(subject(row));
    }

    private static List<String> subject(Message row) {
        List<String> fields = row.fields();
        return switch (row.id()) {
            case 6 -> List.of(fields.get(2), fields.get(4));
            case 7 -> List.of(fields.get(2));
            case 63 -> List.of(fields.get(3), fields.get(4), fields.get(6));
            case 73 -> List.of(fields.get(5), fields.get(7));
            default -> fields;
        };
    }
}
