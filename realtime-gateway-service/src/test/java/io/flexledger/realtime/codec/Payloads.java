package io.flexledger.realtime.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.flexledger.realtime.message.Contract;
import io.flexledger.realtime.message.Incoming;
import io.flexledger.realtime.wire.UndecodableException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Messages as they are written down: fields with a bar after each. */
final class Payloads {

    static final Contract AAPL = stock(265598, "AAPL", "IBKRATS", "NMS");

    static final Contract AAPL_CALL = new Contract(
            675811965,
            "AAPL",
            "OPT",
            "20260618",
            new BigDecimal("100"),
            "C",
            "100",
            "CBOE",
            "USD",
            "AAPL  260618C00100000",
            "AAPL");

    private Payloads() {}

    static byte[] payload(String fields) {
        return fields.replace('|', '\0').getBytes(UTF_8);
    }

    static String fields(byte[] payload) {
        return new String(payload, UTF_8).replace('\0', '|');
    }

    static Incoming decode(int serverVersion, String fields) throws UndecodableException {
        return new TextCodec(serverVersion).decode(payload(fields));
    }

    static Contract stock(int conId, String symbol, String exchange, String tradingClass) {
        return new Contract(
                conId, symbol, "STK", null, BigDecimal.ZERO, null, null, exchange, "USD", symbol, tradingClass);
    }

    static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
