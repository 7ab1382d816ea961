package io.flexledger.cli.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WatchTest {

    private Duration passed = Duration.ZERO;
    private final Watch watch = new Watch(duration -> passed = passed.plus(duration));
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void observerSeesEveryStateAndTheLastIsReturned() {
        List<JsonNode> seen = new ArrayList<>();

        JsonNode last =
                watch.until(state -> state.asInt() == 3, () -> IntNode.valueOf(asked.incrementAndGet()), seen::add);

        assertThat(last.asInt()).isEqualTo(3);
        assertThat(seen).hasSize(3);
        assertThat(passed).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void serviceThatRestartsIsWaitedFor() {
        JsonNode last = watch.until(_ -> true, () -> answerAfter(60), _ -> {});

        assertThat(last.asInt()).isEqualTo(61);
    }

    @Test
    void serviceThatStaysAwayIsNot() {
        assertThatThrownBy(() -> watch.until(_ -> true, () -> answerAfter(1_000), _ -> {}))
                .isInstanceOf(CommandFailure.class);
        assertThat(passed).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void refusalIsNoSilence() {
        assertThatThrownBy(() -> watch.until(
                        _ -> true,
                        () -> {
                            throw new CommandFailure(ExitCode.NOT_FOUND, "no run 9");
                        },
                        _ -> {}))
                .hasMessage("no run 9");
        assertThat(passed).isZero();
    }

    private JsonNode answerAfter(int silences) {
        if (asked.incrementAndGet() <= silences) {
            throw new CommandFailure(ExitCode.UPSTREAM, "does not answer");
        }
        return IntNode.valueOf(asked.get());
    }
}
