package io.flexledger.ingestor.adapter.pipeline;

import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.contracts.progress.Stage;
import io.flexledger.contracts.progress.StandstillException;
import io.flexledger.contracts.progress.Visibility;
import io.flexledger.ingestor.IngestorConfig;
import io.flexledger.ingestor.fetch.Pace;
import io.flexledger.ingestor.fetch.Telling;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Waits for one service after the other, in real time, for as long as anything moves. */
@ApplicationScoped
class PipelineTelling implements Telling {

    private static final String INGESTOR = "ingestor-service";
    private static final String MAPPER = "mapper-service";
    private static final List<String> TELLERS = List.of("ledger-service", "report-service");
    private static final Duration LOOK = Duration.ofMillis(200);

    private final ServicePipeline pipeline;
    private final IngestorConfig config;
    private final Pace pace;

    PipelineTelling(ServicePipeline pipeline, IngestorConfig config, Pace pace) {
        this.pipeline = pipeline;
        this.config = config;
        this.pace = pace;
    }

    @Override
    public void awaitSent() throws StandstillException {
        await(Stream.of(INGESTOR));
    }

    @Override
    public OptionalInt awaitMapped(List<ArtifactId> artifacts) throws StandstillException {
        var mapper = pipeline.client(MAPPER);
        if (mapper.isEmpty()) {
            return OptionalInt.empty();
        }
        await(Stream.of(MAPPER));
        return OptionalInt.of(artifacts.stream()
                .mapToInt(artifact ->
                        mapper.get().artifact(artifact.sha256()).rows().total())
                .sum());
    }

    @Override
    public boolean awaitTold() throws StandstillException {
        if (TELLERS.stream().anyMatch(teller -> pipeline.client(teller).isEmpty())) {
            return false;
        }
        await(TELLERS.stream());
        return true;
    }

    private void await(Stream<String> services) {
        new Visibility(pipeline, new RealTime(), config.flex().pipelinePatience())
                .await(services.map(Stage::of).toList(), (_, _) -> {});
    }

    private final class RealTime implements Visibility.Ticker {

        private final long start = System.nanoTime();

        @Override
        public Duration elapsed() {
            return Duration.ofNanos(System.nanoTime() - start);
        }

        @Override
        public void pause() {
            pace.pauseReal(LOOK);
        }
    }
}
