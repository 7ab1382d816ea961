package io.flexledger.report.adapter.live;

import io.flexledger.contracts.id.AccountId;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.subscription.Cancellable;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The running day over a WebSocket: the messages of the stream, each with its name. */
@WebSocket(path = "/ws/nav")
public class NavSocket {

    private static final Logger LOG = Logger.getLogger(NavSocket.class);

    private final LiveHub hub;
    private final Map<String, Cancellable> readers = new ConcurrentHashMap<>();

    NavSocket(LiveHub hub) {
        this.hub = hub;
    }

    /** Of one account with {@code ?account=}, else of all. A message is sent when the one before it has left. */
    @OnOpen
    void open(WebSocketConnection connection) {
        var reader = hub.join(account(connection.handshakeRequest().query()))
                .messages()
                .filter(push -> !push.isHeartbeat())
                .onItem()
                .transformToUniAndConcatenate(push -> connection.sendText(push.envelope()))
                .onCompletion()
                .call(() -> connection.close())
                .subscribe()
                .with(_ -> {}, gone -> LOG.debugf("A socket is gone: %s", gone));
        readers.put(connection.id(), reader);
        if (connection.isClosed()) {
            close(connection);
        }
    }

    @OnClose
    void close(WebSocketConnection connection) {
        Optional.ofNullable(readers.remove(connection.id())).ifPresent(Cancellable::cancel);
    }

    private static @Nullable AccountId account(@Nullable String query) {
        if (query == null) {
            return null;
        }
        for (var part : query.split("&", -1)) {
            if (part.startsWith("account=") && part.length() > "account=".length()) {
                return AccountId.of(URLDecoder.decode(part.substring("account=".length()), StandardCharsets.UTF_8));
            }
        }
        return null;
    }
}
