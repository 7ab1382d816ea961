package io.flexledger.testing.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Listens on loopback, a virtual thread for each connection. Can stop listening for a while and come back. */
public final class Listener implements AutoCloseable {

    private static final int BACKLOG = 64;

    private final Visit visit;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final int port;
    private volatile ServerSocket listener;
    private Thread acceptor;
    private boolean closed;

    /** What happens on a connection; it is over when this returns. */
    @FunctionalInterface
    public interface Visit {
        void of(Socket connection) throws IOException, InterruptedException;
    }

    /** @param port 0 for any free one */
    public Listener(int port, Visit visit) {
        this.visit = visit;
        listener = listen(port);
        this.port = listener.getLocalPort();
        acceptor = accept(listener);
    }

    public int port() {
        return port;
    }

    /** From now on connections are refused, and those that are open end. */
    public synchronized void suspend() {
        close(listener);
        awaitEnd(acceptor); // The port is free only when nobody accepts any more.
        drop();
    }

    public synchronized void resume() {
        if (!closed && listener.isClosed()) {
            listener = listen(port);
            acceptor = accept(listener);
        }
    }

    /** Ends every open connection. */
    public void drop() {
        connections.forEach(Listener::close);
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

    private static void awaitEnd(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread accept(ServerSocket from) {
        return Thread.ofVirtual().name("simulator-accept").start(() -> {
            while (!from.isClosed()) {
                try {
                    Socket connection = from.accept();
                    connections.add(connection);
                    Thread.ofVirtual().name("simulator-connection").start(() -> serve(connection, from));
                } catch (IOException _) {
                    close(from); // It was closed, or cannot go on.
                }
            }
        });
    }

    private void serve(Socket connection, ServerSocket from) {
        try (connection) {
            connection.setTcpNoDelay(true);
            if (!from.isClosed()) {
                visit.of(connection);
            }
        } catch (IOException _) {
            // The client has gone, or was never one.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(connection);
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception _) {
            // There is nothing more to give back.
        }
    }
}
