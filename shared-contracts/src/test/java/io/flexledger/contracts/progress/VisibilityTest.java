package io.flexledger.contracts.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                        "ends of canonical-event",
                        "ends of journal-entry",
                        "ends of position-update",
                        "ends of nav-snapshot",
                        "ends of fill-standing",
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
    @ValueSource(strings = {"ingestor-service", "mapper-service", "ledger-service", "report-service"})
    void givesUpOnAServiceThatStandsStill(String service) {
        pipeline.uploaded(2).broken(service);

        assertThatThrownBy(this::await).isInstanceOfSatisfying(StandstillException.class, failure -> {
            assertThat(failure.service()).isEqualTo(service);
            assertThat(failure.patience()).isEqualTo(PATIENCE);
            assertThat(failure.unread() + failure.outbox()).isPositive();
            assertThat(failure.getMessage()).startsWith(service + " stands still");
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
        pipeline.uploaded(1).broken("realtime-gateway-service");

        await();

        assertThat(pipeline.questions()).doesNotContain("progress of " + "realtime-gateway-service");
    }

    @Test
    void startsWhereItIsToldAndUsesTheNamesItIsGiven() {
        pipeline.uploaded(1);
        List<String> passed = new ArrayList<>();
        // The ingestor knows by itself when its own outbox is empty.
        pipeline.pause();

        new Visibility(pipeline, pipeline, PATIENCE)
                .await(
                        List.of(Stage.of("mapper-service").named("mapping"), Stage.of("ledger-service")),
                        new Visibility.Observer() {
                            @Override
                            public void waiting(Stage stage, long records) {
                                waited.add(stage.name());
                            }

                            @Override
                            public void passed(Stage stage) {
                                passed.add(stage.name());
                            }
                        });

        assertThat(passed).containsExactly("mapping", "ledger-service");
        assertThat(waited).contains("mapping").doesNotContain("mapper-service");
        assertThat(pipeline.questions()).doesNotContain("progress of ingestor-service", "progress of report-service");
    }

    @Test
    void standstillSaysTheNameOfTheStageToo() {
        pipeline.uploaded(1).broken("mapper-service");
        pipeline.pause();

        assertThatThrownBy(() -> new Visibility(pipeline, pipeline, PATIENCE)
                        .await(List.of(Stage.of("mapper-service").named("mapping")), (_, _) -> {}))
                .isInstanceOfSatisfying(StandstillException.class, failure -> {
                    assertThat(failure.stage()).isEqualTo("mapping");
                    assertThat(failure.unread()).isEqualTo(1);
                    assertThat(failure.outbox()).isZero();
                });
    }

    private void await() {
        new Visibility(pipeline, pipeline, PATIENCE)
                .await((stage, records) -> waited.add(stage.service() + " " + records));
    }
}
