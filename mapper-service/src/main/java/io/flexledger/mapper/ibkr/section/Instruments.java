package io.flexledger.mapper.ibkr.section;

import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.OptionTerms;
import io.flexledger.contracts.event.OptionTerms.Right;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.Decimals;
import io.flexledger.mapper.ibkr.column.RefusedException;
import io.flexledger.mapper.reading.Reason;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The instrument a row is about. */
final class Instruments {

    private static final Pattern PAIR = Pattern.compile("[A-Z]{3}\\.[A-Z]{3}");
    /** Root, yymmdd, C or P, strike in thousandths: the OCC form. */
    private static final Pattern OCC = Pattern.compile("(.{1,6}?) *(\\d{6})([CP])(\\d{8})");

    private static final List<String> ALIASES = List.of("isin", "cusip", "figi", "sedol");

    /** Everything an instrument is made of. */
    private static final List<String> COLUMNS = List.of(
            "conid",
            "symbol",
            "isin",
            "currency",
            "description",
            "assetCategory",
            "putCall",
            "exchange",
            "multiplier",
            "strike",
            "expiry",
            "underlyingConid",
            "underlyingSymbol",
            "cusip",
            "figi",
            "sedol");

    private Instruments() {}

    /** Rows of one statement that describe an instrument alike share it. */
    static Instrument required(Cells row, CurrencyCode currency) {
        var described = new ArrayList<@Nullable Object>(COLUMNS.size() + 1);
        for (var column : COLUMNS) {
            described.add(row.row().value(column));
        }
        var multiplier = Multiplier.known(row);
        described.add(multiplier);
        return row.statement().instrument(described, () -> read(row, currency, multiplier));
    }

    private static Instrument read(Cells row, CurrencyCode currency, @Nullable BigDecimal multiplier) {
        var id = id(row);
        if (id == null) {
            throw new RefusedException(
                    Reason.UNKNOWN_INSTRUMENT,
                    "conid",
                    null,
                    "a contract id, a symbol or an ISIN",
                    "select conid and symbol in section " + row.row().section() + " of the Flex query");
        }
        var symbol = row.text("symbol");
        var option = option(row, symbol);
        var category = category(row, symbol, option != null);
        return new Instrument(
                id,
                symbol == null ? id.value() : symbol,
                row.text("description"),
                category,
                currency,
                Multiplier.of(row, id, category, multiplier),
                option,
                aliases(row));
    }

    /** The contract id wins over every other name; {@code null} where a row is about no instrument. */
    static @Nullable InstrumentId id(Cells row) {
        var conid = row.id("conid");
        if (conid != null) {
            return InstrumentId.conid(conid);
        }
        var symbol = row.text("symbol");
        if (symbol != null) {
            return InstrumentId.symbol(symbol);
        }
        var isin = row.text("isin");
        return isin == null ? null : new InstrumentId("isin:" + isin);
    }

    private static String category(Cells row, @Nullable String symbol, boolean option) {
        var stated = row.word("assetCategory", Vocabulary.ASSET_CATEGORIES);
        if (stated != null) {
            return stated;
        }
        if (option || row.text("putCall") != null) {
            return "OPT";
        }
        boolean pair = symbol != null && PAIR.matcher(symbol).matches();
        return pair && ("IDEALFX".equals(row.text("exchange")) || row.id("conid") == null) ? "CASH" : "STK";
    }

    private static @Nullable OptionTerms option(Cells row, @Nullable String symbol) {
        var right = right(row.text("putCall"));
        var strike = row.number("strike");
        var expiry = row.date("expiry");
        if (symbol != null && (right == null || strike == null || expiry == null)) {
            var occ = OCC.matcher(symbol);
            if (occ.matches()) {
                right = right == null ? right(occ.group(3)) : right;
                strike = strike == null ? Decimals.canonical(new BigDecimal(occ.group(4)).movePointLeft(3)) : strike;
                expiry = expiry == null ? expiry(occ.group(2)) : expiry;
            }
        }
        if (right == null || strike == null || expiry == null) {
            return null;
        }
        var underlying = row.id("underlyingConid");
        return new OptionTerms(
                right,
                strike,
                expiry,
                underlying == null ? null : InstrumentId.conid(underlying),
                row.text("underlyingSymbol"));
    }

    private static @Nullable Right right(@Nullable String putCall) {
        return switch (putCall) {
            case "C", "CALL" -> Right.CALL;
            case "P", "PUT" -> Right.PUT;
            case null, default -> null;
        };
    }

    private static @Nullable LocalDate expiry(String yymmdd) {
        try {
            return LocalDate.of(
                    2000 + Integer.parseInt(yymmdd, 0, 2, 10),
                    Integer.parseInt(yymmdd, 2, 4, 10),
                    Integer.parseInt(yymmdd, 4, 6, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Map<String, String> aliases(Cells row) {
        var aliases = new TreeMap<String, String>();
        for (var scheme : ALIASES) {
            var value = row.text(scheme);
            if (value != null) {
                aliases.put(scheme, value);
            }
        }
        return aliases;
    }
}
