package io.flexledger.realtime.codec;

import io.flexledger.realtime.message.Incoming;
import io.flexledger.realtime.message.Request;
import io.flexledger.realtime.wire.Fields;
import io.flexledger.realtime.wire.Hello;
import io.flexledger.realtime.wire.UndecodableException;

/** The text protocol at one server version from 176 to 200. */
public final class TextCodec implements Codec {

    private final IncomingText incoming;
    private final RequestText requests;
    private final Surplus surplus;

    public TextCodec(int serverVersion) {
        this(serverVersion, (messageId, fields) -> {});
    }

    /** @param surplus hears of every message with fields after the last one known, each time */
    public TextCodec(int serverVersion, Surplus surplus) {
        if (!Hello.spoken(serverVersion)) {
            throw new IllegalArgumentException("the text protocol is spoken from %d to %d: %d"
                    .formatted(Hello.OLDEST, Hello.NEWEST, serverVersion));
        }
        this.incoming = new IncomingText(serverVersion);
        this.requests = new RequestText(serverVersion);
        this.surplus = surplus;
    }

    @Override
    public Incoming decode(byte[] payload) throws UndecodableException {
        Fields fields = new Fields(payload);
        Incoming message = incoming.read(fields);
        boolean readToTheEnd = !(message instanceof Incoming.Passed || message instanceof Incoming.Unknown);
        if (readToTheEnd && fields.surplus() > 0) {
            surplus.found(fields.messageId(), fields.surplus());
        }
        return message;
    }

    @Override
    public byte[] encode(Request request) {
        return requests.write(request);
    }
}
