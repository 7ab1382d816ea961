package io.flexledger.report.adapter.live;

import static io.flexledger.testing.Patience.await;

import io.flexledger.report.FailingDay;
import io.flexledger.report.ReportConfig;
import io.flexledger.report.live.Notice;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class LiveHubTest {

    private static ReportConfig config() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(ReportConfig.class)
                .build()
                .getConfigMapping(ReportConfig.class);
    }

    @Test
    void whoComesWithARoundThatFailsIsToldToComeAgain() throws Exception {
        var day = new FailingDay();
        var hub = new LiveHub(day, config());
        hub.start(new StartupEvent());
        try {
            hub.join(null);
            day.awaitAsked();
            day.tell(new Notice.Status("gateway"));
            var told = new CopyOnWriteArrayList<String>();
            hub.join(null).messages().subscribe().with(push -> told.add(push.event()));
            day.answer();

            await().until(() -> told.contains("end"));
        } finally {
            hub.stop(new ShutdownEvent());
        }
    }
}
