package io.flexledger.realtime.session;

import io.flexledger.realtime.session.question.Answers;
import io.flexledger.realtime.session.question.Heartbeat;
import io.flexledger.realtime.session.question.PositionWatch;
import io.flexledger.realtime.session.question.Subscriptions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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
     */
    record Starting(
            Instant deadline, int serverVersion, @Nullable List<String> accounts, boolean numbered) implements Phase {}

    /**
     * A session that stands.
     *
     * @param watch of the positions nothing else values; empty where there is one account, whose portfolio tells every mark
     */
    record Live(
            Subscriptions subscriptions,
            Heartbeat heartbeat,
            Answers answers,
            Heard heard,
            PositionWatch watch,
            Instant nextRoundAt)
            implements Phase {

        Live with(Heartbeat other) {
            return new Live(subscriptions, other, answers, heard, watch, nextRoundAt);
        }

        Live with(Answers other) {
            return new Live(subscriptions, heartbeat, other, heard, watch, nextRoundAt);
        }

        Live with(Heard other) {
            return new Live(subscriptions, heartbeat, answers, other, watch, nextRoundAt);
        }

        Live with(PositionWatch other) {
            return new Live(subscriptions, heartbeat, answers, heard, other, nextRoundAt);
        }

        Live withRoundAt(Instant other) {
            return new Live(subscriptions, heartbeat, answers, heard, watch, other);
        }

        boolean isDegraded() {
            return heard.uplink() != Uplink.UP || heartbeat.missed() > 0 || answers.isLacking();
        }

        /** Null when all is well. */
        @Nullable
        Mishap mishap() {
            if (heard.uplink() != Uplink.UP) {
                return Mishap.of(Trouble.GATEWAY_UPLINK);
            }
            if (heartbeat.missed() > 0) {
                return new Mishap(Trouble.GATEWAY_UNANSWERED, "It owes a sign of life.");
            }
            if (answers.isLacking()) {
                return new Mishap(Trouble.GATEWAY_UNANSWERED, "It owes %s.".formatted(answers.lacking()));
            }
            if (heard.paced()) {
                return Mishap.of(Trouble.GATEWAY_PACING);
            }
            return heard.replaced() > Heard.REPLACED_AT_MOST ? Mishap.of(Trouble.GATEWAY_SUBSCRIPTION) : null;
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
     */
    record Heard(Uplink uplink, boolean paced, int replaced, Set<String> unready) {

        static final int REPLACED_AT_MOST = 1;
        static final Heard NOTHING = new Heard(Uplink.UP, false, 0, Set.of());

        public Heard {
            unready = Set.copyOf(unready);
        }

        Heard with(Uplink other) {
            return new Heard(other, paced, replaced, unready);
        }

        Heard whenPaced() {
            return new Heard(uplink, true, replaced, unready);
        }

        Heard whenRoundBegins() {
            return new Heard(uplink, paced, 0, unready);
        }

        Heard whenReplaced() {
            return new Heard(uplink, paced, replaced + 1, unready);
        }

        Heard withUnready(Set<String> others) {
            return new Heard(uplink, paced, replaced, others);
        }
    }
}
