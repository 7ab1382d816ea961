package io.flexledger.testing.flex.fault;

import io.flexledger.testing.flex.service.BrokerCode;
import io.flexledger.testing.flex.wire.Framing;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Faults as a person types them: {@code code 1019}, {@code cut 100 chunked}, {@code drip 10 250}. */
public final class FaultText {

    /** One line for each kind. */
    public static final String GRAMMAR = """
            code <number>                        the service refuses
            status <number> [<retry-after>]      HTTP status instead of an answer
            page                                 a web page with status 200
            redirect <url>
            wrong-host <host>                    in the receipt's Url
            gzip                                 compressed, asked for or not
            encoding <declared> <actual>         such as: encoding UTF-8 windows-1252
            empty                                status 200 without a body
            oversized <bytes>
            reset                                of the connection
            silence                              no answer, ever
            drip <bytes> <pause ms>
            cut <bytes> [length|chunked|close]   the body ends early
            refused <seconds>                    no connection for a while
            """;

    private FaultText() {}

    /** @throws IllegalArgumentException with the grammar when it is none */
    public static Fault parse(String text) {
        List<String> words = List.of(text.strip().split("\\s+", -1));
        try {
            return parse(words.getFirst().toLowerCase(Locale.ROOT), words.subList(1, words.size()));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IllegalArgumentException("no fault: %s%n%s".formatted(text, GRAMMAR), e);
        }
    }

    private static Fault parse(String kind, List<String> words) {
        return switch (kind) {
            case "code" -> new Fault.Refusal(BrokerCode.of(words.getFirst()));
            case "status" -> Fault.status(number(words, 0), words.size() > 1 ? number(words, 1) : -1);
            case "page" -> Fault.page();
            case "redirect" -> Fault.redirect(words.getFirst());
            case "wrong-host" -> Fault.wrongHost(words.getFirst());
            case "gzip" -> Fault.gzip();
            case "encoding" -> Fault.encoding(words.getFirst(), Charset.forName(words.get(1)));
            case "empty" -> Fault.empty();
            case "oversized" -> Fault.oversized(Long.parseLong(words.getFirst()));
            case "reset" -> Fault.reset();
            case "silence" -> Fault.silence();
            case "drip" -> Fault.drip(number(words, 0), Duration.ofMillis(number(words, 1)));
            case "cut" -> Fault.cut(number(words, 0), framing(words));
            case "refused" -> Fault.refused(Duration.ofSeconds(number(words, 0)));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static Framing framing(List<String> words) {
        return words.size() > 1 ? Framing.valueOf(words.get(1).toUpperCase(Locale.ROOT)) : Framing.LENGTH;
    }

    private static int number(List<String> words, int index) {
        return Integer.parseInt(words.get(index));
    }
}
