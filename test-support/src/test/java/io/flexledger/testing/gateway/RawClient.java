package io.flexledger.testing.gateway;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** As little of a client as a test of the simulator needs: frames of text in both directions. */
final class RawClient implements AutoCloseable {

    private static final int PATIENCE_MS = 5_000;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MS);
        in = new DataInputStream(socket.getInputStream());
        out = new DataOutputStream(socket.getOutputStream());
    }

    /** Connected, with the accounts and the next order id received. */
    static RawClient started(GatewaySimulator gateway, int clientId) throws IOException {
        return started(gateway, "v176..200", clientId);
    }

    static RawClient started(GatewaySimulator gateway, String versions, int clientId) throws IOException {
        RawClient client = new RawClient(gateway.port());
        client.hello(versions);
        client.next();
        client.send(71, 2, clientId, "");
        List<List<String>> first = List.of(client.next(), client.next());
        if (!first.stream().map(List::getFirst).sorted().toList().equals(List.of("15", "9"))) {
            throw new IOException("not the start of a session: " + first);
        }
        return client;
    }

    void hello(String versions) throws IOException {
        byte[] text = versions.getBytes(StandardCharsets.US_ASCII);
        out.write("API\0".getBytes(StandardCharsets.US_ASCII));
        out.writeInt(text.length);
        out.write(text);
    }

    void send(Object... fields) throws IOException {
        StringBuilder payload = new StringBuilder();
        for (Object field : fields) {
            payload.append(field).append('\0');
        }
        byte[] bytes = payload.toString().getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    List<String> next() throws IOException {
        byte[] payload = new byte[in.readInt()];
        in.readFully(payload);
        List<String> fields = new ArrayList<>(List.of(new String(payload, StandardCharsets.UTF_8).split("\0", -1)));
        fields.removeLast();
        return fields;
    }

    /** The next message with this id; others are passed over. */
    List<String> next(int id) throws IOException {
        return next(fields -> fields.getFirst().equals(Integer.toString(id)));
    }

    List<String> next(Predicate<List<String>> wanted) throws IOException {
        List<String> fields = next();
        while (!wanted.test(fields)) {
            fields = next();
        }
        return fields;
    }

    /** Everything up to the next message with this id, farm notices left out. */
    List<List<String>> until(int id) throws IOException {
        List<List<String>> messages = new ArrayList<>();
        List<String> fields;
        do {
            fields = next();
            if (!isFarmNotice(fields)) {
                messages.add(fields);
            }
        } while (!fields.getFirst().equals(Integer.toString(id)));
        return messages;
    }

    /** What comes before the answer to a question about the time. */
    List<List<String>> sofar() throws IOException {
        send(49, 1);
        List<List<String>> messages = until(49);
        return messages.subList(0, messages.size() - 1);
    }

    private static boolean isFarmNotice(List<String> fields) {
        return fields.getFirst().equals("4")
                && (fields.contains("2104") || fields.contains("2106") || fields.contains("2158"));
    }

    /** Whether the other side ends the connection, after whatever it may still say. */
    boolean isEnded() throws IOException {
        try {
            while (in.read() >= 0) {
                // Whatever was still on its way.
            }
            return true;
        } catch (SocketTimeoutException _) {
            return false;
        } catch (EOFException | SocketException _) {
            return true;
        }
    }

    boolean isSilent(Duration duration) throws IOException {
        socket.setSoTimeout(Math.toIntExact(duration.toMillis()));
        try {
            return in.read() == Integer.MIN_VALUE;
        } catch (SocketTimeoutException _) {
            return true;
        } finally {
            socket.setSoTimeout(PATIENCE_MS);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
