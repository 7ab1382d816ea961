package io.flexledger.testing.statement.simulation;

import io.flexledger.testing.statement.account.Instrument.Option;
import io.flexledger.testing.statement.account.Instrument.Right;
import io.flexledger.testing.statement.account.Instrument.Stock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What can be traded: real names, own contract numbers. */
public final class Listings {

    private static final int STOCK_CONIDS = 10_000_001;
    private static final int OPTION_CONIDS = 700_000_000;
    private static final int CYCLE = 4000;

    /** Symbol, name, exchange, ISIN, kind, currency, first price, quarterly dividend, purchase tax, option expiries. */
    private static final List<Listing> ALL = parse("""
            SPY   | SPDR S&P 500 ETF TRUST      | ARCA   | US78462F1030 | ETF    | USD | 580.00 | 1.76   | 0     | daily
            QQQ   | INVESCO QQQ TRUST SERIES 1  | NASDAQ | US46090E1038 | ETF    | USD | 510.00 | 0.72   | 0     | daily
            AAPL  | APPLE INC                   | NASDAQ | US0378331005 | COMMON | USD | 240.00 | 0.26   | 0     | weekly
            MSFT  | MICROSOFT CORP              | NASDAQ | US5949181045 | COMMON | USD | 420.00 | 0.83   | 0     | weekly
            KO    | COCA-COLA CO/THE            | NYSE   | US1912161007 | COMMON | USD | 62.00  | 0.51   | 0     | weekly
            XOM   | EXXON MOBIL CORP            | NYSE   | US30231G1022 | COMMON | USD | 108.00 | 0.99   | 0     | weekly
            JPM   | JPMORGAN CHASE & CO         | NYSE   | US46625H1005 | COMMON | USD | 240.00 | 1.40   | 0     | weekly
            T     | AT&T INC                    | NYSE   | US00206R1023 | COMMON | USD | 23.00  | 0.2775 | 0     | weekly
            NVDA  | NVIDIA CORP                 | NASDAQ | US67066G1040 | COMMON | USD | 135.00 | 0.01   | 0     | weekly
            BRK B | BERKSHIRE HATHAWAY INC-CL B | NYSE   | US0846707026 | COMMON | USD | 455.00 | 0      | 0     | weekly
            CVS   | CVS HEALTH CORP             | NYSE   | US1266501006 | COMMON | USD | 61.00  | 0.665  | 0     | weekly
            SAP   | SAP SE                      | IBIS   | DE0007164600 | COMMON | EUR | 238.00 | 0.5875 | 0     | none
            AI    | AIR LIQUIDE SA              | SBF    | FR0000120073 | COMMON | EUR | 157.00 | 0.825  | 0.004 | none
            ASML  | ASML HOLDING NV             | AEB    | NL0010273215 | COMMON | EUR | 680.00 | 1.52   | 0     | none
            """);

    /**
     * @param price on the first day
     * @param dividend per share and quarter, zero for none
     */
    record Listing(Stock stock, BigDecimal price, BigDecimal dividend, Expiries expiries) {}

    enum Expiries {
        DAILY,
        WEEKLY,
        NONE
    }

    private Listings() {}

    private static List<Listing> parse(String table) {
        List<String> lines = table.lines().toList();
        return IntStream.range(0, lines.size())
                .mapToObj(line -> listing(STOCK_CONIDS + line, lines.get(line).split("\\|", -1)))
                .toList();
    }

    private static Listing listing(int conid, String[] cells) {
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = cells[cell].strip();
        }
        Stock stock = new Stock(
                Integer.toString(conid),
                cells[0],
                cells[1],
                cells[5],
                cells[2],
                cells[3],
                cells[4],
                new BigDecimal(cells[8]));
        Expiries expiries = Expiries.valueOf(cells[9].toUpperCase(Locale.ROOT));
        return new Listing(stock, new BigDecimal(cells[6]), new BigDecimal(cells[7]), expiries);
    }

    static List<Listing> all(boolean euros) {
        return ALL.stream()
                .filter(listing -> euros || listing.stock().currency().equals("USD"))
                .toList();
    }

    public static Stock stock(String symbol) {
        return ALL.stream()
                .map(Listing::stock)
                .filter(stock -> stock.symbol().equals(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not listed: " + symbol));
    }

    /** The contract number follows from the contract, so every account calls it the same. */
    public static Option option(Stock underlying, LocalDate expiry, BigDecimal strike, Right right) {
        int number = Integer.parseInt(underlying.conid()) % 100;
        int day = (int) (expiry.toEpochDay() % CYCLE);
        int halves = strike.add(strike).intValueExact() % CYCLE;
        int packed = ((number * CYCLE + day) * CYCLE + halves) * 2 + (right == Right.CALL ? 0 : 1);
        return new Option(Integer.toString(OPTION_CONIDS + packed), underlying, expiry, strike, right);
    }
}
