package io.flexledger.testing.statement.xml;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a statement spells dates, times and amounts. */
public final class FlexText {

    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static final int DECIMALS = 9;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyyMMdd;HHmmss zzz", Locale.US);

    private FlexText() {}

    public static String date(LocalDate date) {
        return DATE.format(date);
    }

    /** For example {@code 20250717;124637 EDT}. */
    public static String dateTime(LocalDateTime time) {
        return DATE_TIME.format(time.atZone(NEW_YORK));
    }

    /** At most nine decimals, without trailing zeros or exponent. */
    public static String amount(BigDecimal amount) {
        if (amount.signum() == 0) {
            return "0";
        }
        BigDecimal shown = amount.scale() > DECIMALS ? amount.setScale(DECIMALS, RoundingMode.HALF_EVEN) : amount;
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }
}
