package io.flexledger.contracts.sample;

import static io.flexledger.contracts.sample.Given.ARTIFACT;
import static io.flexledger.contracts.sample.Given.FRIDAY;
import static io.flexledger.contracts.sample.Given.HKD;
import static io.flexledger.contracts.sample.Given.SPY;
import static io.flexledger.contracts.sample.Given.USD;
import static io.flexledger.contracts.sample.Given.day;

import io.flexledger.contracts.event.ReferenceEvent.AccountDescribed;
import io.flexledger.contracts.event.ReferenceEvent.InstrumentDescribed;
import io.flexledger.contracts.event.ReferenceEvent.RateStated;
import io.flexledger.contracts.event.ReferenceEvent.RowAccount;
import io.flexledger.contracts.event.ReferenceEvent.StatementRead;
import io.flexledger.contracts.money.FxRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The account, an instrument, a rate, and the end of the statement. */
final class ReferenceSamples {

    static final AccountDescribed ACCOUNT = new AccountDescribed(
            day("account", "", "AccountInformation", 2), HKD, "Individual", LocalDate.parse("2019-03-11"));

    static final InstrumentDescribed INSTRUMENT =
            new InstrumentDescribed(day("instrument", SPY.id().value(), "SecuritiesInfo", 66), SPY);

    static final RateStated RATE_STATED = new RateStated(
            day("rate-stated", "2025-07-25/USD/HKD", "ConversionRates", 90),
            new FxRate(USD, HKD, new BigDecimal("7.84895"), FxRate.Source.CONVERSION_RATES));

    static final StatementRead STATEMENT_READ = new StatementRead(
            day("statement-read", ARTIFACT.sha256(), "FlexStatement", 0),
            FRIDAY,
            FRIDAY,
            "LastBusinessDay",
            new TreeMap<>(Map.of("CashTransactions", 1, "OpenPositions", 2, "Trades", 3, "TransferTransactions", 0)),
            Map.of("ChangeInNAV", List.of("startingValue", "mtm", "dividends", "commissions", "endingValue")),
            new RowAccount(90, 41, 46, 1, 2));

    private ReferenceSamples() {}
}
