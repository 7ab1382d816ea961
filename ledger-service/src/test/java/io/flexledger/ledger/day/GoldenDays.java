package io.flexledger.ledger.day;

import static io.flexledger.contracts.event.OptionTerms.Right.CALL;
import static io.flexledger.contracts.event.OptionTerms.Right.PUT;
import static io.flexledger.ledger.day.Facts.accrual;
import static io.flexledger.ledger.day.Facts.booking;
import static io.flexledger.ledger.day.Facts.cashReport;
import static io.flexledger.ledger.day.Facts.fill;
import static io.flexledger.ledger.day.Facts.nav;
import static io.flexledger.ledger.day.Facts.navChange;
import static io.flexledger.ledger.day.Facts.option;
import static io.flexledger.ledger.day.Facts.position;
import static io.flexledger.ledger.day.Facts.rate;
import static io.flexledger.ledger.day.Facts.stock;

import io.flexledger.contracts.event.BrokerClaim.NavStated;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.money.Money;
import java.util.List;
import java.util.Map;

/** Two days of July 2025 on the broker's own rates: options day-traded, one assigned overnight, its shares covered. */
public final class GoldenDays {

    static final Instrument SPY = stock("SPY");
    static final Instrument P623 = option("SPY", PUT, "623", "2025-07-17");
    static final Instrument P626 = option("SPY", PUT, "626", "2025-07-17");
    static final Instrument C628 = option("SPY", CALL, "628", "2025-07-17");

    public static final NavStated BEFORE = nav(
            "2025-07-16",
            "79498.681601594",
            Map.of("cash", "79498.681601594", "cashLong", "79913.407701716", "cashShort", "-414.726100122"));

    public static final List<CanonicalEvent> THURSDAY = List.of(
            cashReport("2025-07-17", Money.of("79913.407701716", "HKD")),
            cashReport("2025-07-17", Money.of("-52.83269639", "USD")),
            rate("2025-07-17", "7.8491"),
            fill("2025-07-17", "2025-07-17T12:46:37", P623, "-1", "0.08", "-0.86644", ""),
            fill("2025-07-17", "2025-07-17T12:46:44", C628, "-1", "0.16", "-0.86644", ""),
            fill("2025-07-17", "2025-07-17T12:49:29", C628, "1", "0.18", "-0.86365", ""),
            fill("2025-07-17", "2025-07-17T12:49:47", P623, "1", "0.09", "-0.86365", ""),
            fill("2025-07-17", "2025-07-17T12:50:28", P626, "-1", "0.37", "-1.50644", ""),
            fill("2025-07-17", "2025-07-17T12:50:36", C628, "-1", "0.19", "-0.86644", ""),
            position("2025-07-17", P626, "-1", "0"),
            position("2025-07-17", C628, "-1", "0.04"),
            accrual("2025-07-17", "0", "-10.54", "0", "-10.54"),
            navChange("2025-07-17", "79498.681601594", "79754.810699235", Map.of("interest", "0")));

    public static final List<CanonicalEvent> FRIDAY = List.of(
            rate("2025-07-18", "7.8472"),
            booking("2025-07-18", "2025-07-17T16:20:00", C628, "1", "0", "0", "", "A"),
            booking("2025-07-18", "2025-07-17T16:20:00", SPY, "-100", "628", "-0.0166", "", "A"),
            booking("2025-07-18", "2025-07-17T16:20:00", P626, "1", "0", "0", "", "Ep"),
            fill("2025-07-18", "2025-07-18T01:15:49", SPY, "100", "629.45", "-1.0027", ""));

    private GoldenDays() {}
}
