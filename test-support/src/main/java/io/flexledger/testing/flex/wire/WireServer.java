package io.flexledger.testing.flex.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Listens on loopback, a virtual thread for each connection. Can stop listening for a while and come back. */
public final class WireServer implements AutoCloseable {

    private static final int BACKLOG = 64;

    private final Reply.Source replies;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final int port;
    private volatile ServerSocket listener;
    private boolean closed;

    /** @param port 0 for any free one */
    public WireServer(int port, Reply.Source replies) {
        this.replies = replies;
        listener = listen(port);
        this.port = listener.getLocalPort();
        accept(listener);
    }

    public int port() {
        return port;
    }

    /** From now on connections are refused, also those that were kept open. */
    public synchronized void suspend() {
        close(listener);
        connections.forEach(WireServer::close);
    }

    public synchronized void resume() {
        if (!closed && listener.isClosed()) {
            listener = listen(port);
            accept(listener);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        suspend();
    }

    private static ServerSocket listen(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port, e);
        }
    }

    private void accept(ServerSocket from) {
        Thread.ofVirtual().name("simulator-accept").start(() -> {
            while (!from.isClosed()) {
                try {
                    Socket connection = from.accept();
                    Thread.ofVirtual().name("simulator-connection").start(() -> serve(connection));
                } catch (IOException _) {
                    close(from); // It was closed, or cannot go on.
                }
            }
        });
    }

    private void serve(Socket connection) {
        connections.add(connection);
        try (connection) {
            connection.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(connection.getInputStream());
            boolean open = !listener.isClosed();
            while (open) {
                Optional<WireRequest> request = RequestReader.next(in);
                open = request.isPresent() && answer(request.get(), connection, in);
            }
        } catch (IOException _) {
            // The client has gone, or was never one.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(connection);
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

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception _) {
            // There is nothing more to give back.
        }
    }
}
