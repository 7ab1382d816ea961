package io.flexledger.realtime.provisional;

import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.OptionTerms;
import io.flexledger.contracts.event.OptionTerms.Right;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.realtime.message.Contract;
import io.flexledger.realtime.wire.WireDecimal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The gateway's description of a contract, as the statement would give it: same identity, same symbol, same terms. */
public final class ContractReading {

    private static final Set<String> OPTIONS = Set.of("OPT", "FOP");

    /** One unit is one unit, whether or not the gateway says so. */
    private static final Set<String> SINGLE = Set.of("STK", "CASH", "CFD", "FUND", "CRYPTO", "CMDTY", "WAR");

    /** Quoted per cent of par. */
    private static final Set<String> IN_PER_CENT = Set.of("BOND", "BILL");

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private ContractReading() {}

    /** Empty where what it says is not enough to value a unit. */
    public static Optional<Instrument> instrument(Contract contract) {
        BigDecimal multiplier = multiplier(contract);
        String symbol = symbol(contract);
        CurrencyCode currency = currency(contract.currency());
        boolean isOption = OPTIONS.contains(contract.secType());
        OptionTerms terms = isOption ? terms(contract) : null;
        if (multiplier == null
                || symbol == null
                || currency == null
                || contract.conId() <= 0
                || (isOption && terms == null)) {
            return Optional.empty();
        }
        return Optional.of(new Instrument(
                InstrumentId.conid(Integer.toString(contract.conId())),
                symbol,
                null,
                contract.secType(),
                currency,
                multiplier,
                terms,
                Map.of()));
    }

    /** Null where it is none, such as {@code BASE}'s empty text. */
    public static @Nullable CurrencyCode currency(@Nullable String written) {
        return written != null && CURRENCY.matcher(written).matches() ? CurrencyCode.of(written) : null;
    }

    private static @Nullable String symbol(Contract contract) {
        return contract.localSymbol() != null ? contract.localSymbol() : contract.symbol();
    }

    private static @Nullable BigDecimal multiplier(Contract contract) {
        if (IN_PER_CENT.contains(contract.secType())) {
            return new BigDecimal("0.01");
        }
        if (contract.multiplier() == null) {
            return SINGLE.contains(contract.secType()) ? BigDecimal.ONE : null;
        }
        return WireDecimal.parse(contract.multiplier())
                .filter(stated -> stated.signum() > 0)
                .orElse(null);
    }

    private static @Nullable OptionTerms terms(Contract contract) {
        Right right = right(contract.right());
        LocalDate expiry = date(contract.lastTradeDateOrContractMonth());
        if (right == null || expiry == null || contract.strike() == null) {
            return null;
        }
        return new OptionTerms(right, Objects.requireNonNull(contract.strike()), expiry, null, contract.symbol());
    }

    private static @Nullable Right right(@Nullable String written) {
        return switch (written) {
            case "C", "CALL" -> Right.CALL;
            case "P", "PUT" -> Right.PUT;
            case null, default -> null;
        };
    }

    private static @Nullable LocalDate date(@Nullable String written) {
        try {
            return written == null ? null : LocalDate.parse(written, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeParseException _) {
            return null; // a month alone
        }
    }
}
