package io.flexledger.ingestor;

import static io.flexledger.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.ingestor.fetch.FetchOrder;
import io.flexledger.ingestor.fetch.FlexQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

class FetchQueueTest {

    private static final FlexQuery FIRST = FetchPorts.query("1", "U1");
    private static final FlexQuery SECOND = FetchPorts.query("2", "U1");

    private final FetchPorts ports = new FetchPorts();
    private final FetchQueue queue =
            new FetchQueue(ports.fetcher(), new Orders(FetchPorts.settings(FIRST, SECOND), ports.days()), ports);

    @Test
    void anErrorInTheFirstRunLeavesNobodyWaiting() {
        ports.breakOnce(new LinkageError("on purpose"));

        var places = queue.start(List.of(FIRST, SECOND));

        assertThat(places.getFirst().run()).isNotNull();
        assertThat(places.getLast().isQueued()).isTrue();
        await().dontCatchUncaughtExceptions()
                .untilAsserted(() ->
                        assertThat(ports.begun()).extracting(FetchOrder::query).containsExactly(FIRST, SECOND));
        await().dontCatchUncaughtExceptions()
                .until(() -> queue.start(List.of(FIRST)).getFirst().run() != null);
    }
}
