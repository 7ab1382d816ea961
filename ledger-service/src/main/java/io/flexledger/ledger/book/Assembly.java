package io.flexledger.ledger.book;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;

import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.event.TradeEvent.OptionEvent;
import io.flexledger.contracts.journal.EntryDetail.DeliveryKind;
import io.flexledger.contracts.journal.EntryDetail.Recognition;
import io.flexledger.contracts.money.Quantity;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns one report day's fills into movements: finds out which of the broker's bookings are expiries, assignments or
 * exercises, and joins the legs that belong together. What OptionEAE says wins, then the row's notes, then a pair of
 * legs that fit, then the shape of the row alone.
 */
public final class Assembly {

    /** Broker time, then what was done before what takes it back, options before shares, the broker's numbering. */
    public static final Comparator<Movement> ORDER = comparing(Movement::at)
            .thenComparing(m -> m instanceof Movement.Cancellation)
            .thenComparing(m ->
                    m instanceof Movement.Execution e && !e.fill().instrument().isOption())
            .thenComparing(m -> number(m.transactionId()), nullsLast(Comparator.naturalOrder()))
            .thenComparing(m -> m.fact().id());

    private final Map<String, OptionEvent> optionEvents;
    private final List<Fill> bookings;
    private final Set<Fill> taken = new HashSet<>();

    private Assembly(List<Fill> bookings, Map<String, OptionEvent> optionEvents) {
        this.bookings = bookings;
        this.optionEvents = optionEvents;
    }

    /** @param optionEvents rows of OptionEAE by the trade id they describe */
    public static List<Movement> assemble(List<Fill> fills, Map<String, OptionEvent> optionEvents) {
        var movements = new ArrayList<Movement>();
        var bookings = new ArrayList<Fill>();
        for (var fill : fills) {
            if (fill.isBooking()) {
                bookings.add(fill);
            } else {
                movements.add(new Movement.Execution(fill));
            }
        }
        movements.addAll(new Assembly(bookings, optionEvents).bookings());
        movements.sort(ORDER);
        return movements;
    }

    private List<Movement> bookings() {
        var movements = new ArrayList<Movement>();
        for (var shares : bookings) {
            if (!shares.instrument().isOption()) {
                var options = optionLegs(shares);
                if (!options.isEmpty()) {
                    taken.add(shares);
                    taken.addAll(options);
                    movements.add(delivery(options, shares));
                }
            }
        }
        for (var booking : bookings) {
            if (!taken.contains(booking)) {
                movements.add(alone(booking));
            }
        }
        return movements;
    }

    /** The option legs that became these shares, all of them or none: a subset that does not fit is left to a person. */
    private List<Fill> optionLegs(Fill shares) {
        var candidates = bookings.stream()
                .filter(option -> !taken.contains(option) && mayBecome(option, shares))
                .sorted(comparing(option -> number(option.ids().transactionId()), nullsLast(Comparator.naturalOrder())))
                .toList();
        var wanted = shares.quantity().abs();
        if (units(candidates).equals(wanted)) {
            return candidates;
        }
        var alone = candidates.stream()
                .filter(option -> units(List.of(option)).equals(wanted))
                .toList();
        boolean ambiguous = alone.stream()
                        .map(option -> option.instrument().id())
                        .distinct()
                        .count()
                > 1;
        return ambiguous ? List.of() : alone.stream().limit(1).toList();
    }

    private boolean mayBecome(Fill option, Fill shares) {
        var terms = option.instrument().option();
        if (terms == null || kindOf(option) == Kind.EXPIRY) {
            return false;
        }
        boolean sameUnderlying = terms.underlying() != null
                ? terms.underlying().equals(shares.instrument().id())
                : shares.instrument().symbol().equals(terms.underlyingSymbol());
        boolean buys = switch (terms.right()) {
            case CALL -> option.quantity().signum() < 0; // a long call exercised
            case PUT -> option.quantity().signum() > 0; // a short put assigned
        };
        return sameUnderlying
                && option.occurredAt().equals(shares.occurredAt())
                && terms.strike().compareTo(shares.price().amount()) == 0
                && buys == shares.quantity().signum() > 0;
    }

    private static Quantity units(List<Fill> options) {
        return options.stream()
                .map(option -> new Quantity(option.quantity()
                        .abs()
                        .units()
                        .multiply(option.instrument().multiplier())))
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    private Movement delivery(List<Fill> options, Fill shares) {
        var recognition = options.stream()
                .map(this::recognition)
                .max(Comparator.naturalOrder())
                .orElse(Recognition.PAIRING);
        return new Movement.Delivery(
                side(options.getFirst()),
                options,
                shares,
                recognition == Recognition.INFERRED ? Recognition.PAIRING : recognition);
    }

    private Movement alone(Fill booking) {
        if (!booking.instrument().isOption()) {
            return new Movement.Execution(booking);
        }
        return switch (kindOf(booking)) {
            case DELIVERY -> new Movement.Delivery(side(booking), List.of(booking), null, recognition(booking));
            case EXPIRY -> new Movement.Expiry(booking, recognition(booking));
            case UNKNOWN ->
                booking.price().isZero()
                        ? new Movement.Expiry(booking, Recognition.INFERRED)
                        : new Movement.Execution(booking);
        };
    }

    /** Buying back closes what was written, which is assigned; selling closes what was held, which is exercised. */
    private static DeliveryKind side(Fill option) {
        return option.quantity().signum() > 0 ? DeliveryKind.ASSIGNMENT : DeliveryKind.EXERCISE;
    }

    private enum Kind {
        EXPIRY,
        DELIVERY,
        UNKNOWN
    }

    private Kind kindOf(Fill booking) {
        var event = optionEvent(booking);
        if (event != null) {
            return switch (event.kind()) {
                case "Assignment", "Exercise" -> Kind.DELIVERY;
                case "Expiration" -> Kind.EXPIRY;
                default -> byNotes(booking);
            };
        }
        return byNotes(booking);
    }

    private static Kind byNotes(Fill booking) {
        var notes = booking.codes();
        if (notes.contains("Ep") || notes.contains("GEA")) {
            return Kind.EXPIRY;
        }
        boolean delivered =
                notes.contains("A") || notes.contains("Ex") || notes.contains("AEx") || notes.contains("MEx");
        return delivered ? Kind.DELIVERY : Kind.UNKNOWN;
    }

    private Recognition recognition(Fill booking) {
        if (optionEvent(booking) != null) {
            return Recognition.OPTION_EVENT;
        }
        return byNotes(booking) == Kind.UNKNOWN ? Recognition.INFERRED : Recognition.NOTES;
    }

    private @Nullable OptionEvent optionEvent(Fill booking) {
        var tradeId = booking.ids().tradeId();
        return tradeId == null ? null : optionEvents.get(tradeId);
    }

    private static @Nullable BigInteger number(@Nullable String id) {
        return id != null && !id.isEmpty() && id.chars().allMatch(Character::isDigit) ? new BigInteger(id) : null;
    }
}
