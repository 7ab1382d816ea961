package io.flexledger.ingestor.process;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A port in front of the database: closed until it is opened, and slow if it is told so. */
final class Gate implements Closeable {

    private final Socket reserved = new Socket(); // bound and not listening, so the port is ours and refuses
    private final InetSocketAddress target;
    private final int port;
    private final List<Closeable> open = new CopyOnWriteArrayList<>();

    Gate(InetSocketAddress target) throws IOException {
        this.target = target;
        reserved.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        this.port = reserved.getLocalPort();
    }

    int port() {
        return port;
    }

    /** @param hold how long every connection is kept waiting for its first byte, counted from the first connection */
    void open(Duration hold) throws IOException {
        reserved.close();
        var server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        open.add(server);
        Thread.ofVirtual().start(() -> accept(server, hold));
    }

    private void accept(ServerSocket server, Duration hold) {
        try {
            var first = server.accept();
            long release = System.nanoTime() + hold.toNanos();
            for (var inner = first; ; inner = server.accept()) {
                open.add(inner);
                var held = inner;
                Thread.ofVirtual().start(() -> connect(held, release));
            }
        } catch (IOException _) {
            // Closed.
        }
    }

    private void connect(Socket inner, long release) {
        try {
            Thread.sleep(Duration.ofNanos(Math.max(0, release - System.nanoTime())));
            var outer = new Socket(target.getAddress(), target.getPort());
            open.add(outer);
            Thread.ofVirtual().start(() -> copy(outer, inner));
            copy(inner, outer);
        } catch (IOException e) {
            throw new IllegalStateException("the database behind the gate is there", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until one side hangs up; then the other one does. */
    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // Closed by the other direction.
        }
    }

    @Override
    public void close() throws IOException {
        reserved.close();
        for (var one : open) {
            one.close();
        }
    }
}
