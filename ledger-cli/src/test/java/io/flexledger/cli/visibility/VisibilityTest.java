package io.flexledger.cli.visibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.cli.CommandFailure;
import io.flexledger.cli.ExitCode;
import io.flexledger.cli.stack.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VisibilityTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final FakePipeline pipeline = new FakePipeline();
    private final List<String> waited = new ArrayList<>();

    @Test
    void returnsWhenTheReportHasEverything() {
        pipeline.uploaded(3);

        await();

        assertThat(pipeline.everythingArrived()).isTrue();
        assertThat(pipeline.reported()).isEqualTo(3);
    }

    @Test
    void returnsAtOnceWhenNothingIsOnItsWay() {
        await();

        assertThat(pipeline.elapsed()).isZero();
        assertThat(waited).isEmpty();
    }

    @Test
    void asksForTheEndsOfATopicOnlyWhenItsProducerIsDone() {
        pipeline.uploaded(1);

        await();

        assertThat(pipeline.questions())
                .containsExactly(
                        "progress of ingestor-service",
                        "ends of raw-artifact",
                        "progress of mapper-service",
                        "ends of canonical-event",
                        "progress of ledger-service",
                        "ends of journal-entry",
                        "ends of position-update",
                        "ends of nav-snapshot",
                        "progress of report-service");
    }

    @Test
    void tellsWhereTheDataIs() {
        pipeline.uploaded(2);

        await();

        assertThat(waited)
                .startsWith("ingestor-service 2", "ingestor-service 1")
                .contains("mapper-service 1", "ledger-service 1")
                .anyMatch(line -> line.startsWith("report-service"));
    }

    @ParameterizedTest
    @EnumSource(names = {"INGESTOR", "MAPPER", "LEDGER", "REPORT"})
    void givesUpOnAServiceThatStandsStill(Service service) {
        pipeline.uploaded(2).broken(service);

        assertThatThrownBy(this::await).isInstanceOfSatisfying(CommandFailure.class, failure -> {
            assertThat(failure.exitCode()).isEqualTo(ExitCode.UPSTREAM);
            assertThat(failure.getMessage()).startsWith(service.module() + " stands still");
        });
        assertThat(pipeline.everythingArrived()).isFalse();
    }

    @Test
    void isPatientAsLongAsSomethingMoves() {
        pipeline.uploaded(100);

        await();

        assertThat(pipeline.elapsed()).isGreaterThan(PATIENCE.multipliedBy(3));
    }

    @Test
    void realtimeServiceIsNoPartOfTheWay() {
        pipeline.uploaded(1).broken(Service.REALTIME);

        await();

        assertThat(pipeline.questions()).doesNotContain("progress of " + Service.REALTIME.module());
    }

    private void await() {
        new Visibility(pipeline, pipeline, PATIENCE).await((service, records) -> waited.add(service + " " + records));
    }
}
