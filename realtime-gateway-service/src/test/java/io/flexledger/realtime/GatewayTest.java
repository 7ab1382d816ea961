package io.flexledger.realtime;

import static io.flexledger.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.realtime.adapter.gateway.GatewayAddress;
import io.flexledger.realtime.adapter.gateway.GatewayConnection;
import io.flexledger.testing.Settings;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatewayTest {

    private static final RealtimeConfig CONFIG = Settings.of(RealtimeConfig.class, Map.of());

    @Test
    @SuppressWarnings("NullAway") // comes to nothing before it needs its desks
    void whoLeadsDoesNotEndInSilence() {
        var connection = new GatewayConnection(
                new GatewayAddress("127.0.0.1", 1), GatewayConfiguration.settings(CONFIG.gateway()));
        var desk = new GatewayDesk(null, null, null, null);
        var gateway = new Gateway(withoutMemory(), CONFIG, desk, null, connection);

        gateway.start(new StartupEvent());

        await().untilAsserted(() -> assertThat(gateway.broken()).isInstanceOf(OutOfMemoryError.class));
    }

    private static Pool withoutMemory() {
        return new Pool((io.vertx.sqlclient.Pool) Proxy.newProxyInstance(
                GatewayTest.class.getClassLoader(), new Class<?>[] {io.vertx.sqlclient.Pool.class}, (_, _, _) -> {
                    throw new OutOfMemoryError("for a moment");
                }));
    }
}
