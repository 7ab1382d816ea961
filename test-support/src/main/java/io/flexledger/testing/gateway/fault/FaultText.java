package io.flexledger.testing.gateway.fault;

import io.flexledger.testing.gateway.fault.Fault.OfExecutions;
import io.flexledger.testing.gateway.fault.Fault.OfFill;
import io.flexledger.testing.gateway.fault.Fault.OfSummary;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/** Faults as a person types them: {@code outage 5 lost}, {@code cut 20 11}, {@code no-end}. */
public final class FaultText {

    /** One line for each kind. */
    public static final String GRAMMAR = """
            at once:
              outage <seconds> [lost|kept] [replayed]  1100, then 1101 or 1102; fills of the gap are pushed afterwards, or not
              drop                                     of every connection
              refused <seconds>                        no connection for a while, as in the nightly restart
              id-taken <seconds>                       326 for every client
              not-ready <nav> <seconds>                AccountReady=false with this net asset value
              unknown-message [<id>]
              escaped-text
              pacing                                   100, and the connection ends
            on the next occasion, once:
              silence                                  a connection is accepted and never answered
              hangup                                   a connection is accepted and ended
              version <number>                         a connection is offered this server version, such as 225
              never-ready                              a connection is never told its accounts
              cut <bytes> [<message id>]               a frame ends early, and the connection with it
              extra-fields <count> [<message id>]      at the end of a message
              duplicate, late-commission, no-commission, no-end, no-answer
                                                       of an answer to a request for executions
              fill-unset-realized, fill-exponent-commission, fill-no-order-id, fill-no-commission,
              fill-commission-first, fill-corrected    of an execution that is pushed
              summary-duplicate-end
            """;

    private static final int UNKNOWN_MESSAGE = 187;
    private static final int MILLIS = 3;

    private FaultText() {}

    /** @throws IllegalArgumentException with the grammar when it is none */
    public static Fault parse(String text) {
        List<String> words = List.of(text.strip().split("\\s+", -1));
        try {
            return parse(words.getFirst().toLowerCase(Locale.ROOT), words.subList(1, words.size()));
        } catch (NoSuchElementException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | ArithmeticException e) {
            throw new IllegalArgumentException("no fault: %s%n%s".formatted(text, GRAMMAR), e);
        }
    }

    private static Fault parse(String kind, List<String> words) {
        return switch (kind) {
            case "outage" ->
                new Fault.Outage(seconds(words.getFirst()), !words.contains("lost"), words.contains("replayed"));
            case "drop" -> new Fault.Drop();
            case "refused" -> new Fault.Refused(seconds(words.getFirst()));
            case "id-taken" -> new Fault.ClientIdTaken(seconds(words.getFirst()));
            case "not-ready" -> new Fault.NotReady(new BigDecimal(words.getFirst()), seconds(words.get(1)));
            case "unknown-message" -> new Fault.UnknownMessage(number(words, 0, UNKNOWN_MESSAGE));
            case "escaped-text" -> new Fault.EscapedText();
            case "pacing" -> new Fault.PacingViolation();
            case "silence" -> new Fault.Silence();
            case "hangup" -> new Fault.Hangup();
            case "version" -> new Fault.OtherVersion(Integer.parseInt(words.getFirst()));
            case "never-ready" -> new Fault.NeverReady();
            case "cut" -> new Fault.CutFrame(number(words, 1, 0), Integer.parseInt(words.getFirst()));
            case "extra-fields" -> new Fault.ExtraFields(number(words, 1, 0), Integer.parseInt(words.getFirst()));
            default -> named(kind);
        };
    }

    private static Fault named(String kind) {
        return Stream.of(
                        one("", kind, OfExecutions.values()),
                        one("fill-", kind, OfFill.values()),
                        one("summary-", kind, OfSummary.values()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(kind));
    }

    private static <T extends Enum<T> & Fault> Optional<Fault> one(String prefix, String kind, T[] values) {
        return Stream.of(values)
                .filter(value -> kind.equals(
                        prefix + value.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .map(Fault.class::cast)
                .findFirst();
    }

    private static Duration seconds(String text) {
        return Duration.ofMillis(new BigDecimal(text).movePointRight(MILLIS).longValueExact());
    }

    private static int number(List<String> words, int index, int standard) {
        return words.size() > index ? Integer.parseInt(words.get(index)) : standard;
    }
}
