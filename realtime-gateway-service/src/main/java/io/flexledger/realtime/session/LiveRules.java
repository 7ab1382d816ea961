package io.flexledger.realtime.session;

import io.flexledger.realtime.message.Incoming;
import io.flexledger.realtime.message.Request;
import io.flexledger.realtime.session.Phase.Condition;
import io.flexledger.realtime.session.Phase.Live;
import io.flexledger.realtime.session.Phase.Uplink;
import io.flexledger.realtime.session.question.Answers;
import io.flexledger.realtime.session.question.Asked;
import io.flexledger.realtime.session.question.Heartbeat;
import io.flexledger.realtime.session.question.PositionKey;
import io.flexledger.realtime.session.question.PositionWatch;
import io.flexledger.realtime.session.question.Subscriptions;
import io.flexledger.realtime.session.question.WatchPace;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a session that stands makes of what it hears. It decides by codes, never by texts, which are in anybody's
 * language.
 */
final class LiveRules {

    private static final String READY = "AccountReady";

    private static final int TOO_MANY_MESSAGES = 100;
    private static final int UNREADABLE = 320;
    private static final int INVALID = 321;
    private static final int DUPLICATE = 322;
    private static final int UPLINK_LOST = 1100;
    private static final int RESTORED_WITHOUT_SUBSCRIPTIONS = 1101;
    private static final int RESTORED = 1102;
    private static final int PORT_CHANGED = 1300;
    private static final int SUBSCRIPTION_REPLACED = 2100;
    private static final int SUBSCRIPTION_CANCELLED = 2101;
    private static final int UPLINK_INTERRUPTED = 2110;

    private final SessionSettings settings;

    /**
     * @param slower whether to send half as fast from now on
     * @param end    why the session ends; null: it goes on
     */
    record Turn(
            Live live,
            List<Request> requests,
            boolean slower,
            @Nullable Mishap end) {

        static Turn of(Live live) {
            return new Turn(live, List.of(), false, null);
        }

        static Turn asking(Live live, List<Request> requests) {
            return new Turn(live, requests, false, null);
        }
    }

    LiveRules(SessionSettings settings) {
        this.settings = settings;
    }

    /**
     * A sign of life goes ahead of everything: it brings the gateway's clock.
     *
     * @param cutOff whether the gateway was without the broker when it was heard last
     */
    Turn begin(int serverVersion, List<String> accounts, boolean cutOff, Instant at) {
        Live live = new Live(
                new Subscriptions(serverVersion, accounts),
                Heartbeat.from(at),
                Answers.NONE,
                Condition.atFirst(cutOff),
                PositionWatch.from(at, WatchPace.within(settings.client().perSecond())),
                at);
        return passed(live, at, live.subscriptions().everything());
    }

    Turn heard(Live live, @Nullable Incoming message, Instant at) {
        return switch (message) {
            case Incoming.Notice notice -> noticed(live, notice, at);
            case Incoming.CurrentTime _ -> Turn.of(live.with(live.heartbeat().answered(at)));
            case Incoming.ExecutionsEnd(int requestId) -> answered(live, requestId, at);
            case Incoming.SummaryEnd(int requestId) -> answered(live, requestId, at);
            case Incoming.AccountValuesMultiEnd(int requestId) -> answered(live, requestId, at);
            case Incoming.PositionsEnd() -> answered(live, Asked.POSITIONS.requestId(), at);
            case Incoming.PositionHeld held when live.subscriptions().isOfSeveral() -> Turn.of(watching(live, held));
            case Incoming.AccountDownloaded _ -> answered(live, Asked.ACCOUNT.requestId(), at);
            case Incoming.AccountValue value
            when value.key().equals(READY) -> readiness(live, value.account(), value.value(), at);
            case Incoming.AccountValueMulti value
            when value.key().equals(READY) -> readiness(live, value.account(), value.value(), at);
            case null, default -> Turn.of(live);
        };
    }

    Turn refresh(Live live, Instant at) {
        Turn turn = asks(live, live.subscriptions().refresh(), at);
        return Turn.asking(turn.live().with(turn.live().answers().whenWanted()), turn.requests());
    }

    Turn passed(Live live, Instant at) {
        boolean roundDue = !at.isBefore(live.nextRoundAt())
                || live.nextRoundAt().isAfter(at.plus(settings.rhythm().round()));
        Live later = live.with(live.answers().passed(at));
        return roundDue
                ? passed(
                        later.with(later.condition().whenRoundBegins()),
                        at,
                        later.subscriptions().round(Set.copyOf(later.answers().lacking())))
                : passed(later, at, List.of());
    }

    private Turn passed(Live live, Instant at, List<Request> round) {
        Heartbeat heartbeat = live.heartbeat().passed(at, settings.limits().heartbeat());
        if (heartbeat.isDead()) {
            return new Turn(
                    live,
                    List.of(),
                    false,
                    new Mishap(Trouble.GATEWAY_LOST, "It gave no sign of life when asked for one twice."));
        }
        List<Request> requests = new ArrayList<>();
        if (heartbeat.isDue(at, settings.rhythm().heartbeat())) {
            requests.add(new Request.CurrentTime());
            heartbeat = heartbeat.asked(at, settings.rhythm().heartbeat());
        }
        requests.addAll(round);
        PositionWatch.Step step = live.watch().passed(at);
        requests.addAll(step.requests());
        Live now = live.with(heartbeat).with(step.watch());
        return asks(
                round.isEmpty()
                        ? now
                        : now.withRoundAt(at.plus(settings.rhythm().round())),
                requests,
                at);
    }

    Instant due(Live live) {
        Instant heartbeat = live.heartbeat().due(settings.limits().heartbeat());
        Instant first = earlier(live.nextRoundAt(), heartbeat);
        return earlier(earlier(first, live.answers().due()), live.watch().due());
    }

    private static Instant earlier(Instant one, @Nullable Instant other) {
        return other != null && other.isBefore(one) ? other : one;
    }

    private static Live watching(Live live, Incoming.PositionHeld held) {
        PositionKey position = new PositionKey(held.account(), held.contract().conId());
        // A currency pair is told with the cash already.
        BigDecimal units = held.contract().isCurrencyPair() ? BigDecimal.ZERO : held.position();
        return live.with(live.watch().told(position, units));
    }

    private Turn noticed(Live live, Incoming.Notice notice, Instant at) {
        Condition condition = live.condition();
        return switch (notice.code()) {
            case UPLINK_LOST -> Turn.of(live.with(condition.with(Uplink.LOST)));
            case UPLINK_INTERRUPTED ->
                Turn.of(live.with(
                        condition.with(condition.uplink() == Uplink.LOST ? Uplink.LOST : Uplink.INTERRUPTED)));
            case RESTORED_WITHOUT_SUBSCRIPTIONS ->
                restored(
                        live.with(live.watch().forgotten()),
                        live.subscriptions().everything(),
                        at);
            case RESTORED -> restored(live, live.subscriptions().executionsAndPositions(), at);
            case PORT_CHANGED ->
                new Turn(
                        live,
                        List.of(),
                        false,
                        new Mishap(Trouble.GATEWAY_LOST, "It closes this port to open another."));
            case TOO_MANY_MESSAGES ->
                new Turn(live.with(condition.whenPaced()).with(live.watch().slower()), List.of(), true, null);
            case SUBSCRIPTION_REPLACED, SUBSCRIPTION_CANCELLED -> replaced(live.with(condition.whenReplaced()), at);
            case UNREADABLE, INVALID, DUPLICATE ->
                Turn.of(live.with(live.answers().refused(notice.requestId(), at)));
            default -> ofService(live, notice, at);
        };
    }

    /** One that works again tells also that a connection which restores itself is restored. */
    private Turn ofService(Live live, Incoming.Notice notice, Instant at) {
        if (BrokerService.isAway(notice)) {
            return Turn.of(live.with(live.condition().without(BrokerService.of(notice))));
        }
        if (!BrokerService.isBack(notice)) {
            return Turn.of(live);
        }
        Live now = live.with(live.condition().again(BrokerService.of(notice)));
        return now.condition().uplink() == Uplink.INTERRUPTED
                ? restored(now, now.subscriptions().executionsAndPositions(), at)
                : Turn.of(now);
    }

    /** The gateway itself may learn of the executions in between a little later, so the next round comes soon. */
    private Turn restored(Live live, List<Request> requests, Instant at) {
        Instant soon = at.plus(settings.limits().answer());
        Live now = live.with(live.condition().with(Uplink.UP));
        return asks(soon.isBefore(live.nextRoundAt()) ? now.withRoundAt(soon) : now, requests, at);
    }

    /** Taken back once; two that take it from each other would never end. */
    private Turn replaced(Live live, Instant at) {
        boolean again = live.condition().replaced() <= Condition.REPLACED_AT_MOST
                && !live.subscriptions().isOfSeveral();
        return again ? asks(live, List.of(live.subscriptions().account()), at) : Turn.of(live);
    }

    private Turn readiness(Live live, String account, String value, Instant at) {
        Set<String> unready = new HashSet<>(live.condition().unready());
        boolean ready = Boolean.parseBoolean(value);
        boolean changed = ready ? unready.remove(account) : unready.add(account);
        Live now = live.with(live.condition().withUnready(unready));
        return changed && ready ? asks(now, live.subscriptions().again(account), at) : Turn.of(now);
    }

    private static Turn answered(Live live, int requestId, Instant at) {
        return Turn.of(live.with(live.answers().answered(requestId, at)));
    }

    private Turn asks(Live live, List<Request> requests, Instant at) {
        return Turn.asking(
                live.with(live.answers().asked(requests, at, settings.limits().answer())), requests);
    }
}
