package io.flexledger.testing.gateway.session;

import io.flexledger.testing.gateway.fault.Fault.CutFrame;
import io.flexledger.testing.gateway.fault.Fault.ExtraFields;
import io.flexledger.testing.gateway.fault.FaultPlan;
import io.flexledger.testing.gateway.wire.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Writes to one client in a thread of its own, so that nobody who has something to say waits for a slow reader. */
final class Outbox {

    private static final int LONGEST_PIECE = 64;

    private final Socket socket;
    private final World world;
    private final Random random;
    private final BlockingQueue<Parcel> queue = new LinkedBlockingQueue<>();
    private volatile int clientId = -1;

    private enum Kind {
        /** The answer to the hello, which never grows. */
        GREETING,
        MESSAGES,
        END
    }

    /** Messages that follow each other without any other between them. */
    private record Parcel(List<Message> messages, Kind kind) {}

    Outbox(Socket socket, World world, long seed) {
        this.socket = socket;
        this.world = world;
        this.random = new Random(seed);
    }

    /** Whom the traffic is noted for. */
    void isFor(int id) {
        clientId = id;
    }

    void greet(Message greeting) {
        queue.add(new Parcel(List.of(greeting), Kind.GREETING));
    }

    void send(List<Message> messages) {
        if (!messages.isEmpty()) {
            queue.add(new Parcel(List.copyOf(messages), Kind.MESSAGES));
        }
    }

    /** The connection ends when everything before this has been written. */
    void end() {
        queue.add(new Parcel(List.of(), Kind.END));
    }

    void run() {
        try (socket) {
            boolean open = true;
            while (open) {
                open = write(gathered());
            }
        } catch (IOException _) {
            // The client has gone.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Parcel> gathered() throws InterruptedException {
        List<Parcel> parcels = new ArrayList<>(List.of(queue.take()));
        if (world.settings().chopped()) {
            Thread.sleep(random.nextInt(3));
            queue.drainTo(parcels);
        }
        return parcels;
    }

    private boolean write(List<Parcel> parcels) throws IOException, InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Message> whole = new ArrayList<>();
        for (Parcel parcel : parcels) {
            for (Message message : parcel.messages()) {
                Message sent = parcel.kind() == Kind.GREETING ? message : altered(message);
                byte[] frame = sent.frame();
                Optional<CutFrame> cut = world.faults().take(CutFrame.class, fault -> isAt(fault, sent, frame));
                if (cut.isPresent()) {
                    bytes.write(frame, 0, cut.get().bytes());
                    note(whole);
                    put(bytes.toByteArray());
                    return false;
                }
                bytes.writeBytes(frame);
                whole.add(sent);
            }
            if (parcel.kind() == Kind.END) {
                note(whole);
                put(bytes.toByteArray());
                return false;
            }
        }
        note(whole);
        put(bytes.toByteArray());
        return true;
    }

    private Message altered(Message message) {
        FaultPlan faults = world.faults();
        return faults.take(ExtraFields.class, fault -> concerns(fault.messageId(), message))
                .map(fault -> message.withExtra(fault.count()))
                .orElse(message);
    }

    private static boolean isAt(CutFrame fault, Message message, byte[] frame) {
        return concerns(fault.messageId(), message) && fault.bytes() < frame.length;
    }

    private static boolean concerns(int wanted, Message message) {
        return wanted == 0 || wanted == message.id();
    }

    /** Ahead of the bytes: whoever has read a message finds it noted. */
    private void note(List<Message> messages) {
        messages.forEach(message -> world.traffic().sent(clientId, message));
    }

    private void put(byte[] bytes) throws IOException, InterruptedException {
        OutputStream out = socket.getOutputStream();
        if (!world.settings().chopped()) {
            out.write(bytes);
            return;
        }
        int at = 0;
        while (at < bytes.length) {
            int length = Math.min(1 + random.nextInt(LONGEST_PIECE), bytes.length - at);
            out.write(bytes, at, length);
            out.flush();
            at += length;
            if (random.nextInt(8) == 0) {
                Thread.sleep(1);
            }
        }
    }
}
