package io.flexledger.realtime.session;

import io.flexledger.realtime.message.Incoming;
import io.flexledger.realtime.session.question.Answers;
import io.flexledger.realtime.session.question.Heartbeat;
import io.flexledger.realtime.session.question.PositionWatch;
import io.flexledger.realtime.session.question.Subscriptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How far a session has come. */
public sealed interface Phase {

    /** For good. */
    record Stopped() implements Phase {}

    /** Between two attempts. */
    record Waiting(Instant until) implements Phase {}

    record Dialling() implements Phase {}

    /** Waits for the gateway's version. */
    record Greeting(Instant deadline) implements Phase {}

    /**
     * Waits for the accounts and the next order id, in either order.
     *
     * @param accounts null until they came
     * @param numbered whether the order id came
     * @param notices  that came before both
     */
    record Starting(
            Instant deadline,
            int serverVersion,
            @Nullable List<String> accounts,
            boolean numbered,
            List<Incoming.Notice> notices)
            implements Phase {

        public Starting {
            notices = List.copyOf(notices);
        }

        Starting of(List<String> named) {
            return new Starting(deadline, serverVersion, named, numbered, notices);
        }

        Starting whenNumbered() {
            return new Starting(deadline, serverVersion, accounts, true, notices);
        }

        Starting with(Incoming.Notice notice) {
            List<Incoming.Notice> more = new ArrayList<>(notices);
            more.add(notice);
            return new Starting(deadline, serverVersion, accounts, numbered, more);
        }
    }

    /**
     * A session that stands.
     *
     * @param watch of the positions nothing else values; empty where there is one account, whose portfolio tells every
     *              mark
     */
    record Live(
            Subscriptions subscriptions,
            Heartbeat heartbeat,
            Answers answers,
            Condition condition,
            PositionWatch watch,
            Instant nextRoundAt)
            implements Phase {

        Live with(Heartbeat other) {
            return new Live(subscriptions, other, answers, condition, watch, nextRoundAt);
        }

        Live with(Answers other) {
            return new Live(subscriptions, heartbeat, other, condition, watch, nextRoundAt);
        }

        Live with(Condition other) {
            return new Live(subscriptions, heartbeat, answers, other, watch, nextRoundAt);
        }

        Live with(PositionWatch other) {
            return new Live(subscriptions, heartbeat, answers, condition, other, nextRoundAt);
        }

        Live withRoundAt(Instant other) {
            return new Live(subscriptions, heartbeat, answers, condition, watch, other);
        }

        boolean isCutOff() {
            return condition.uplink() != Uplink.UP;
        }

        boolean isDegraded() {
            return isCutOff() || heartbeat.missed() > 0 || answers.isLacking();
        }

        /** Null when all is well. */
        @Nullable
        Mishap mishap() {
            if (isCutOff()) {
                return Mishap.of(Trouble.GATEWAY_UPLINK);
            }
            if (heartbeat.missed() > 0) {
                return new Mishap(Trouble.GATEWAY_UNANSWERED, "It owes a sign of life.");
            }
            if (answers.isLacking()) {
                return new Mishap(Trouble.GATEWAY_UNANSWERED, "It owes %s.".formatted(answers.lacking()));
            }
            if (condition.paced()) {
                return Mishap.of(Trouble.GATEWAY_PACING);
            }
            if (condition.replaced() > Condition.REPLACED_AT_MOST) {
                return Mishap.of(Trouble.GATEWAY_SUBSCRIPTION);
            }
            return condition.away().isEmpty() ? null : new Mishap(Trouble.GATEWAY_SERVICE, away(condition.away()));
        }

        private static String away(Set<BrokerService> services) {
            return "It is %s."
                    .formatted(services.stream()
                            .sorted()
                            .map(BrokerService::toString)
                            .collect(Collectors.joining(", ")));
        }
    }

    /** The gateway's own connection to the broker. */
    enum Uplink {
        UP,
        /** Until the gateway says that it is restored. */
        LOST,
        /** Restores itself; the first data service that works again tells so. */
        INTERRUPTED
    }

    /**
     * What the gateway said of itself.
     *
     * @param paced    that we send too much
     * @param replaced how often the subscription of the account was taken away since the last round
     * @param unready  accounts whose figures must not be believed now
     * @param away     services of the broker's that do not work now
     */
    record Condition(Uplink uplink, boolean paced, int replaced, Set<String> unready, Set<BrokerService> away) {

        static final int REPLACED_AT_MOST = 1;

        /**
         * A gateway that was cut off is so until it says otherwise: it keeps what it knew and tells it to every
         * session.
         */
        static Condition atFirst(boolean cutOff) {
            return new Condition(cutOff ? Uplink.INTERRUPTED : Uplink.UP, false, 0, Set.of(), Set.of());
        }

        public Condition {
            unready = Set.copyOf(unready);
            away = Set.copyOf(away);
        }

        Condition with(Uplink other) {
            return new Condition(other, paced, replaced, unready, away);
        }

        Condition whenPaced() {
            return new Condition(uplink, true, replaced, unready, away);
        }

        Condition whenRoundBegins() {
            return new Condition(uplink, paced, 0, unready, away);
        }

        Condition whenReplaced() {
            return new Condition(uplink, paced, replaced + 1, unready, away);
        }

        Condition withUnready(Set<String> others) {
            return new Condition(uplink, paced, replaced, others, away);
        }

        Condition without(BrokerService service) {
            Set<BrokerService> more = new HashSet<>(away);
            more.add(service);
            return new Condition(uplink, paced, replaced, unready, more);
        }

        Condition again(BrokerService service) {
            Set<BrokerService> less = new HashSet<>(away);
            less.remove(service);
            return new Condition(uplink, paced, replaced, unready, less);
        }
    }
}
