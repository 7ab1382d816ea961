package io.flexledger.testing.flex.wire;

import io.flexledger.testing.net.Listener;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Optional;

/** HTTP on loopback: requests in, replies out, for as long as a connection is kept. Can stop listening for a while and come back. */
public final class WireServer implements AutoCloseable {

    private final Reply.Source replies;
    private final Listener listener;

    /** @param port 0 for any free one */
    public WireServer(int port, Reply.Source replies) {
        this.replies = replies;
        listener = new Listener(port, this::serve);
    }

    public int port() {
        return listener.port();
    }

    /** From now on connections are refused, also those that were kept open. */
    public void suspend() {
        listener.suspend();
    }

    public void resume() {
        listener.resume();
    }

    @Override
    public void close() {
        listener.close();
    }

    private void serve(Socket connection) throws IOException, InterruptedException {
        InputStream in = new BufferedInputStream(connection.getInputStream());
        boolean open = true;
        while (open) {
            Optional<WireRequest> request = RequestReader.next(in);
            open = request.isPresent() && answer(request.get(), connection, in);
        }
    }

    private boolean answer(WireRequest request, Socket connection, InputStream in)
            throws IOException, InterruptedException {
        return switch (replies.to(request)) {
            case WireAnswer answer -> AnswerWriter.write(answer, connection.getOutputStream(), !request.wantsClose());
            case Reply.Reset() -> {
                connection.setSoLinger(true, 0);
                yield false;
            }
            case Reply.Silence() -> {
                while (in.read() >= 0) {
                    // Whatever the client may still say, it gets no answer.
                }
                yield false;
            }
        };
    }
}
