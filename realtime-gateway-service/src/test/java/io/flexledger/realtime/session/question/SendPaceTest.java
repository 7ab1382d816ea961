package io.flexledger.realtime.session.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendPaceTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @ParameterizedTest
    @CsvSource({"1, 0", "7, 0", "40, 0", "49, 0", "40, 3000000", "40, 40000000"})
    void withinAnySecondNoMoreThanTheLimitLeave(int limit, long apart) {
        List<Long> turns = turns(new SendPace(limit), 300, apart);

        for (int first = 0; first + limit < turns.size(); first++) {
            assertThat(turns.get(first + limit) - turns.get(first)).isGreaterThanOrEqualTo(SECOND);
        }
    }

    @Test
    void aFewLeaveAtOnceAndTheOthersOneByOne() {
        List<Long> turns = turns(new SendPace(40), 12, 0);

        assertThat(turns.subList(0, 10)).containsOnly(0L);
        assertThat(turns.subList(10, 12)).containsExactly(32_258_065L, 64_516_130L); // a 31st of a second apart
    }

    @Test
    void afterAPauseAFewLeaveAtOnceAgain() {
        SendPace pace = new SendPace(4);

        assertThat(pace.reserve(0)).isZero();
        assertThat(pace.reserve(0)).isEqualTo(Duration.ofMillis(250));
        assertThat(pace.reserve(2 * SECOND)).isZero();
    }

    @Test
    void halved() {
        SendPace pace = new SendPace(4);
        pace.halve();

        assertThat(pace.reserve(0)).isZero();
        assertThat(pace.reserve(0)).isEqualTo(Duration.ofMillis(500));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 50, 1000})
    void refusesWhatTheGatewayWouldRefuse(int limit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SendPace(limit))
                .withMessageContaining(Integer.toString(limit));
    }

    /** When each of so many messages leaves, that become ready to leave so far apart. */
    private static List<Long> turns(SendPace pace, int messages, long apart) {
        List<Long> turns = new ArrayList<>();
        long now = 0;
        for (int message = 0; message < messages; message++) {
            now += pace.reserve(now).toNanos();
            turns.add(now);
            now += apart;
        }
        return turns;
    }
}
