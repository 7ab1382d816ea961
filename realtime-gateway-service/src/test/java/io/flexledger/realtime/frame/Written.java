package io.flexledger.realtime.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.flexledger.contracts.id.ExecutionId;
import java.time.Instant;

/** Messages as the gateway writes them at server version 200, fields with a bar after each. */
public final class Written {

    public static final Instant RECEIVED = Instant.parse("2026-06-11T13:31:03Z");
    public static final String EXECUTION = "0000e0d5.6669b1a3.01.01";

    /** Two calls of AAPL sold at 171.35. */
    public static final String CALLS_SOLD =
            "11|-1|372|675811965|AAPL|OPT|20260618|100.0|C|100|CBOE|USD|AAPL  260618C00100000"
                    + "|AAPL|0000e0d5.6669b1a3.01.01|20260611-13:31:02|DU9000001|CBOE|SLD|2|171.35|900000372|1|0|2|171.35|||||2|0||";

    /** What they cost, 1.0003 dollars. */
    public static final String COST =
            "59|1|0000e0d5.6669b1a3.01.01|1.0003|USD|1.7976931348623157E308|1.7976931348623157E308||";

    private Written() {}

    public static Frame frame(String fields) {
        return new Frame(200, RECEIVED, fields.replace('|', '\0').getBytes(UTF_8));
    }

    public static KeptFrame kept(long number, String fields) {
        boolean execution = fields.startsWith("11|");
        String id = fields.split("\\|", -1)[execution ? 14 : 2];
        Frame frame = frame(fields);
        return new KeptFrame(
                number,
                frame.id(),
                execution ? Section.EXECUTION : Section.COMMISSION,
                ExecutionId.of(id).base(),
                frame);
    }

    /** The calls as corrected: one contract only. */
    public static String corrected() {
        return CALLS_SOLD.replace("01.01|2026", "01.02|2026").replace("|SLD|2|", "|SLD|1|");
    }

    /** The calls in another revision, with other units and another total of the order. */
    public static String version(String revision, String shares, String total) {
        return CALLS_SOLD
                .replace("01.01|2026", "01." + revision + "|2026")
                .replace("|SLD|2|", "|SLD|" + shares + "|")
                .replace("|1|0|2|171.35|", "|1|0|" + total + "|171.35|");
    }

    /** The same fill as it is told on request: other number, other way to write the time. */
    public static String toldAgain() {
        return CALLS_SOLD.replace("11|-1|", "11|7|").replace("20260611-13:31:02", "20260611 09:31:02 US/Eastern");
    }
}
