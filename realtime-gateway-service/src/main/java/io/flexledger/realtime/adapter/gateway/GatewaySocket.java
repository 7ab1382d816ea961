package io.flexledger.realtime.adapter.gateway;

import io.flexledger.realtime.session.question.SendPace;
import io.flexledger.realtime.wire.Frames;
import io.flexledger.realtime.wire.FramingException;
import io.flexledger.realtime.wire.TruncatedFrameException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jboss.logging.Logger;

/**
 * One connection. Reading has a limit of time; writing waits for its turn in a thread of its own, so it never blocks.
 */
final class GatewaySocket implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(GatewaySocket.class);

    /** More than every request for hundreds of accounts; a gateway that takes none of it does not read. */
    private static final int MOST_UNSENT = 4096;

    private final Socket socket;
    private final InputStream in;
    private final Frames frames;
    private final SendPace pace;
    private final BlockingQueue<byte[]> unsent = new ArrayBlockingQueue<>(MOST_UNSENT);
    private final Thread writer;

    /** What came of reading for a while. */
    sealed interface Reading {
        /** A message, without its length. */
        final class Frame implements Reading {
            private final byte[] payload;

            private Frame(byte[] payload) {
                this.payload = payload;
            }

            byte[] payload() {
                return payload;
            }
        }

        record Nothing() implements Reading {}

        record End(String detail) implements Reading {}

        /** What arrived are no frames. */
        record Garbled(String detail) implements Reading {}
    }

    private GatewaySocket(Socket socket, SendPace pace) throws IOException {
        this.socket = socket;
        this.pace = pace;
        in = new TimedInput(socket.getInputStream());
        frames = new Frames(in);
        writer = Thread.ofVirtual().name("gateway-writer").start(this::write);
    }

    static GatewaySocket connect(GatewayAddress address, Duration limit, SendPace pace) throws IOException {
        Socket socket = new Socket();
        try {
            InetSocketAddress resolved = new InetSocketAddress(address.host(), address.port());
            if (resolved.isUnresolved()) {
                throw new UnknownHostException("the name " + address.host() + " is not known");
            }
            socket.connect(resolved, millis(limit));
            socket.setKeepAlive(true);
            socket.setTcpNoDelay(true);
            return new GatewaySocket(socket, pace);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Leaves as one write; opening and frames alike. */
    void send(byte[] bytes) {
        if (!unsent.offer(bytes)) {
            LOG.warn("gateway does not read what is sent; the connection is closed");
            shut();
        }
    }

    void slowDown() {
        pace.halve();
    }

    Reading read(Duration limit) {
        try {
            socket.setSoTimeout(millis(limit));
            byte[] payload = frames.read();
            return payload == null ? new Reading.End("The gateway closed it.") : new Reading.Frame(payload);
        } catch (SocketTimeoutException _) {
            return new Reading.Nothing();
        } catch (TruncatedFrameException e) {
            return new Reading.End("It was cut: %s.".formatted(e.getMessage()));
        } catch (FramingException e) {
            return new Reading.Garbled("What arrived makes no sense: %s.".formatted(e.getMessage()));
        } catch (IOException e) {
            return new Reading.End("While reading: %s.".formatted(e.getMessage()));
        }
    }

    /** Whether something has arrived that was not read yet. */
    boolean hasMore() {
        try {
            return in.available() > 0;
        } catch (IOException _) {
            return false; // reading says what it is
        }
    }

    /** Returns when the connection is gone, so that the gateway never sees two of ours. */
    @Override
    public void close() {
        shut();
        writer.interrupt();
        try {
            writer.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        try {
            while (!socket.isClosed()) {
                byte[] bytes = unsent.take();
                Thread.sleep(pace.reserve(System.nanoTime()));
                socket.getOutputStream().write(bytes);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.debugf("gateway write failed: %s", e.getMessage());
            shut(); // The reader finds it closed.
        }
    }

    private void shut() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debugf("gateway close failed: %s", e.getMessage());
        }
    }

    /** At least 1, since 0 is for ever. */
    private static int millis(Duration duration) {
        return Math.clamp(duration.toMillis(), 1, Integer.MAX_VALUE);
    }
}
