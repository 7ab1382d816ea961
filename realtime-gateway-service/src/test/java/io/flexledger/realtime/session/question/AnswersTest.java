package io.flexledger.realtime.session.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static final Instant NOON = Instant.parse("2026-01-15T17:00:00Z");
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final int FIRST = Asked.VALUES.requestId(0);
    private static final int SECOND = Asked.VALUES.requestId(1);

    private static Answers asked() {
        return Answers.NONE.asked(new Subscriptions(200, List.of("DU9000001", "DU9000002")).everything(), NOON, LIMIT);
    }

    @Test
    void oneAccountsAnswerDoesNotHideAnothersRefusal() {
        Answers answers = asked().refused(SECOND, NOON).answered(FIRST, NOON);

        assertThat(answers.lacking()).containsExactly(Asked.VALUES);
        assertThat(answers.answered(SECOND, NOON).lacking()).isEmpty();
    }

    @Test
    void oneAccountsAnswerDoesNotHideThatAnotherHasNone() {
        Answers answers = asked().passed(NOON.plus(LIMIT)).answered(FIRST, NOON.plus(LIMIT));

        assertThat(answers.lacking()).contains(Asked.VALUES);
        assertThat(answers.unanswered()).contains(Asked.VALUES);
    }
}
