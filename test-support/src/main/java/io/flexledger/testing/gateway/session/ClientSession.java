package io.flexledger.testing.gateway.session;

import io.flexledger.testing.gateway.account.SimulatedAccount;
import io.flexledger.testing.gateway.fault.Fault;
import io.flexledger.testing.gateway.wire.CommissionReport;
import io.flexledger.testing.gateway.wire.Encoder;
import io.flexledger.testing.gateway.wire.Execution;
import io.flexledger.testing.gateway.wire.FrameReader;
import io.flexledger.testing.gateway.wire.Message;
import io.flexledger.testing.gateway.wire.Notice;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** One connection: the hello, the start, then requests and what is pushed between their answers. */
final class ClientSession {

    private static final int START = 71;
    private static final int LAST_TEXT_VERSION = 200;
    private static final int FIRST_ORDER_ID = 1;
    private static final DateTimeFormatter CONNECTED =
            DateTimeFormatter.ofPattern("uuuuMMdd HH:mm:ss zzzz", Locale.ENGLISH);

    private final Socket socket;
    private final World world;
    private final Sessions sessions;
    private final Random random;
    private final Outbox outbox;
    private final Subscriptions subscriptions;
    private final Pacing pacing = new Pacing();
    private Encoder encoder = new Encoder(LAST_TEXT_VERSION);
    private Visibility visibility = new Visibility(0, -1);
    private volatile boolean bound;
    private volatile boolean started;
    private boolean owesNotices;

    ClientSession(Socket socket, World world, Sessions sessions, long seed) {
        this.socket = socket;
        this.world = world;
        this.sessions = sessions;
        random = new Random(seed);
        outbox = new Outbox(socket, world, seed);
        subscriptions = new Subscriptions(world);
    }

    void run() throws IOException, InterruptedException {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        if (world.faults().take(Fault.Hangup.class).isPresent()) {
            return;
        }
        if (world.faults().take(Fault.Silence.class).isPresent()) {
            in.transferTo(OutputStream.nullOutputStream());
            return;
        }
        FrameReader reader = new FrameReader(in);
        Optional<String> hello = reader.hello();
        OptionalInt version = hello.map(this::agree).orElseGet(OptionalInt::empty);
        if (version.isEmpty()) {
            socket.setSoLinger(true, 0);
            return;
        }
        encoder = new Encoder(version.getAsInt());
        Thread writer = Thread.ofVirtual().name("gateway-outbox").start(outbox::run);
        try {
            talk(reader, in);
        } finally {
            sessions.leaves(visibility.clientId(), this);
            outbox.end();
            writer.join();
        }
    }

    private void talk(FrameReader reader, InputStream in) throws IOException {
        outbox.greet(Message.of(encoder.version(), connectionTime()));
        if (encoder.version() > LAST_TEXT_VERSION) {
            in.transferTo(OutputStream.nullOutputStream());
            return;
        }
        Message start = reader.next();
        if (start.id() != START || start.fields().size() < 4) {
            return;
        }
        int clientId = Integer.parseInt(start.fields().get(2));
        visibility = new Visibility(clientId, world.settings().masterClient());
        outbox.isFor(clientId);
        if (!sessions.admits(clientId, this)) {
            tell(sessions.inUse());
            return;
        }
        if (world.faults().take(Fault.NeverReady.class).isPresent()) {
            in.transferTo(OutputStream.nullOutputStream());
            return;
        }
        begin();
        boolean open = true;
        while (open) {
            open = hears(reader.next());
        }
    }

    private OptionalInt agree(String hello) {
        return world.faults()
                .take(Fault.OtherVersion.class)
                .map(other -> OptionalInt.of(other.version()))
                .orElseGet(() -> world.settings().agree(hello));
    }

    private String connectionTime() {
        Times times = world.settings().times();
        return CONNECTED.format(times.now().atZone(times.zone()));
    }

    private void begin() {
        List<Message> first = new ArrayList<>(
                List.of(encoder.managedAccounts(world.accountIds()), encoder.nextValidId(FIRST_ORDER_ID)));
        Collections.shuffle(first, random);
        outbox.send(first);
        owesNotices = random.nextBoolean();
        if (!owesNotices) {
            outbox.send(notices());
        }
        started = true;
    }

    private List<Message> notices() {
        Instant now = world.settings().times().now();
        return List.of(
                encoder.notice(Notice.system(2104, "Market data farm connection is OK:usfarm", now)),
                encoder.notice(Notice.system(2106, "HMDS data farm connection is OK:ushmds", now)),
                encoder.notice(Notice.system(2158, "Sec-def data farm connection is OK:secdefnj", now)));
    }

    private boolean hears(Message request) {
        long nanos = System.nanoTime();
        world.traffic().asked(visibility.clientId(), request, nanos);
        if (pacing.isViolatedBy(nanos)) {
            tell(Notice.system(100, pacing.sentence(), world.settings().times().now()));
            return !pacing.isOver();
        }
        try {
            outbox.send(answer(request));
        } catch (RefusedRequest refused) {
            tell(Notice.about(
                    refused.requestId(),
                    refused.code(),
                    refused.text(),
                    world.settings().times().now()));
        }
        if (owesNotices) {
            owesNotices = false;
            outbox.send(notices());
        }
        return true;
    }

    private List<Message> answer(Message request) {
        RequestFields fields = new RequestFields(request);
        AccountAnswers accounts = new AccountAnswers(world, subscriptions);
        Instant now = world.settings().times().now();
        return switch (request.id()) {
            case 5, 16 -> List.of(encoder.openOrdersEnd());
            case 6 -> accounts.accountUpdates(fields);
            case 7 -> executions().answer(fields);
            case 8 -> List.of(encoder.nextValidId(FIRST_ORDER_ID));
            case 15 -> bind(fields);
            case 17 -> List.of(encoder.managedAccounts(world.accountIds()));
            case 49 -> List.of(encoder.currentTime(now));
            case 61 -> accounts.positions();
            case 62 -> accounts.summary(fields);
            case 63, 75, 77 -> accounts.cancel(fields, true);
            case 64 -> {
                subscriptions.positions(false);
                yield List.of();
            }
            case 74 -> accounts.positionsMulti(fields);
            case 76 -> accounts.valuesMulti(fields);
            case 92 -> accounts.profit(fields);
            case 93, 95 -> accounts.cancel(fields, false);
            case 94 -> accounts.profitSingle(fields);
            case 99 -> List.of(encoder.completedOrdersEnd());
            case 105 -> List.of(encoder.currentTimeMillis(now));
            case 14 -> List.of();
            default -> throw fields.unreadable("Unknown message id.");
        };
    }

    private List<Message> bind(RequestFields fields) {
        if (visibility.clientId() != 0) {
            throw fields.invalid("Only the default client (i.e 0) can auto bind orders");
        }
        fields.skip();
        bound = fields.flag();
        return List.of();
    }

    private ExecutionAnswers executions() {
        return new ExecutionAnswers(world, encoder, visibility);
    }

    void tell(Notice notice) {
        outbox.send(List.of(encoder.notice(notice)));
    }

    void send(List<Message> messages) {
        outbox.send(messages);
    }

    void push(Execution execution) {
        if (started) {
            executions().pushed(execution, bound).ifPresent(message -> outbox.send(List.of(message)));
        }
    }

    void push(Execution execution, CommissionReport report) {
        if (started) {
            executions().pushed(execution, report, bound).ifPresent(message -> outbox.send(List.of(message)));
        }
    }

    void push(SimulatedAccount account, int conId) {
        outbox.send(subscriptions.changes(account, conId));
    }

    void forgetSubscriptions() {
        subscriptions.clear();
    }

    void expel(Notice notice) {
        tell(notice);
        outbox.end();
    }
}
